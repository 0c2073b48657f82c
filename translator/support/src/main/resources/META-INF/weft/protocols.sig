# Protocols and transports of asyncio.
module asyncio
class Transport = transport
class BaseTransport = transport
class DatagramTransport = datagramtransport
type transport = ProtocolTransport
def write(data: any) -> None = {self}.write({data})
def writelines(parts: iter[any]) -> None = {self}.writeLines({parts})
def write_eof() -> None = {self}.writeEnd()
def can_write_eof() -> bool = true
def close() -> None = {self}.close()
def abort() -> None = {self}.close()
def is_closing() -> bool = {self}.isClosing()
def get_protocol() -> streamprotocol = {self}.protocol()
def get_extra_info(name: str, default: any = null) -> object = {self}.info({name}, {default})
type datagramtransport = DatagramTransport
def sendto(data: any, addr: any = null) -> None = {self}.sendto({data}, {addr})
def close() -> None = {self}.close()
def abort() -> None = {self}.close()
def is_closing() -> bool = {self}.isClosing()
def get_extra_info(name: str, default: any = null) -> object = {self}.info({name}, {default})
type streamprotocol = StreamProtocol
override connection_made(transport: transport) -> None
override data_received(data: bytes) -> None
override eof_received() -> object
override connection_lost(exc: Exception?) -> None
override pause_writing() -> None
override resume_writing() -> None
base Protocol = streamprotocol
type datagramprotocol = DatagramProtocol
override connection_made(transport: datagramtransport) -> None
override datagram_received(data: bytes, addr: tuple[str, int]) -> None
override error_received(exc: Exception) -> None
override connection_lost(exc: Exception?) -> None
base DatagramProtocol = datagramprotocol
type loop
async def create_server(factory: fn[-> P], host: any = null, port: int = 0) -> server = ProtocolTransport.serve({factory}, {host}, {port})
async def create_connection(factory: fn[-> P], host: any = null, port: int = 0) -> tuple[transport, P] = ProtocolTransport.connect({factory}, {host}, {port})
async def create_datagram_endpoint(factory: fn[-> P], local_addr: any = null, remote_addr: any = null) -> tuple[datagramtransport, P] = DatagramTransport.create({factory}, {local_addr}, {remote_addr})
async def create_server(factory: any, host: any = null, port: int = 0) -> server = ProtocolTransport.serve(Calls.fn0({factory}), {host}, {port})
async def create_connection(factory: any, host: any = null, port: int = 0) -> tuple[transport, object] = ProtocolTransport.connect(Calls.fn0({factory}), {host}, {port})
async def create_datagram_endpoint(factory: any, local_addr: any = null, remote_addr: any = null) -> tuple[datagramtransport, object] = DatagramTransport.create(Calls.fn0({factory}), {local_addr}, {remote_addr})
