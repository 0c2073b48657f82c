# The package weft, as nodes import it.
module weft
def Param(type: any = null, *, default: any = dev.weft.executor.translated.NodeParam.MISSING, optional: bool = false, doc: str = "", choices: any = null, min: any = null, max: any = null) -> nodeparam = dev.weft.executor.translated.NodeParam.of({type}, {default}, {optional}, {doc}, {choices}, {min}, {max})
def current_item() -> nodeitem = dev.weft.executor.translated.NodeObject.currentItem()
const log: logger = Logging.logger("weft")
const Node: any = dev.weft.executor.translated.NodeObject.CLASS
class Node = node
class Item = nodeitem
class State = nodestate
class Stream = nodestream
markers Item Stream State
exception NodeError(Exception) = dev.weft.executor.translated.NodeErrors.NodeError
exception ConfigError(NodeError) = dev.weft.executor.translated.NodeErrors.ConfigError
exception ItemError(NodeError) = dev.weft.executor.translated.NodeErrors.ItemError
exception StateError(NodeError) = dev.weft.executor.translated.NodeErrors.StateError
type node = dev.weft.executor.translated.NodeObject
base Node = node
attr id: str = {self}.id()
attr session: str = {self}.session()
attr config: dict[str, object] = {self}.config()
attr state: nodestate = {self}.state()
attr log: logger = {self}.log()
override initialize() -> any
override cleanup() -> any
override process(item: any) -> any
override produce() -> any
override flush() -> any
def initialize() -> any = {self}.initialize()
def cleanup() -> any = {self}.cleanup()
type nodeparam = dev.weft.executor.translated.NodeParam
attr type: any = {self}.type()
attr default: any = {self}.fallback()
attr optional: bool = {self}.isOptional()
attr doc: str = {self}.doc()
attr min: any = {self}.least()
attr max: any = {self}.most()
attr has_default: bool = {self}.hasDefault()
type nodeitem = dev.weft.executor.translated.NodeItem
attr index: int = {self}.index()
attr node: str = {self}.node()
attr session: str = {self}.session()
type nodestream = dev.weft.executor.translated.NodeStream
async def __anext__() -> object = {self}.nextAsync()
type nodestate = dev.weft.executor.translated.NodeState
def get(key: any, default: any = null) -> any = {self}.get({key}, {default})
def setdefault(key: any, default: any) -> any = {self}.setDefault({key}, {default})
def pop(key: any) -> any = {self}.pop({key})
def pop(key: any, default: any) -> any = {self}.pop({key}, {default})
def __getitem__(key: any) -> any = {self}.item({key})
def __setitem__(k: any, v: any) -> None = {self}.setItem({k}, {v})
def __delitem__(key: any) -> None = {self}.deleteItem({key})
def __contains__(key: any) -> bool = {self}.holds({key})
def __len__() -> int = {self}.length()
