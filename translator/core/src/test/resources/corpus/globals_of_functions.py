"""Variables of the module that only functions bind, read by functions and methods before those."""


class Reader:
    def get(self):
        return PORT


def double():
    return PORT * 2 + len(NAMES)


def main():
    global PORT, NAMES
    PORT = 5
    NAMES = ["a"]
    NAMES.append("b")
    print(Reader().get(), double(), NAMES)
    change()
    print(Reader().get())


def change():
    global PORT
    PORT += 1


main()
print(PORT, NAMES)
