import json
from dataclasses import dataclass, field
from datetime import date
from typing import Optional


@dataclass
class Task:
    title: str
    due: Optional[date] = None
    done: bool = False
    tags: list = field(default_factory=list)

    def to_dict(self):
        return {"title": self.title, "due": self.due.isoformat() if self.due else None, "done": self.done, "tags": self.tags}

    @classmethod
    def from_dict(cls, data):
        due = date.fromisoformat(data["due"]) if data["due"] else None
        return cls(data["title"], due, data["done"], data["tags"])


class TodoList:
    def __init__(self):
        self.tasks = []

    def add(self, title, due=None, *tags):
        self.tasks.append(Task(title, due, tags=list(tags)))
        return len(self.tasks) - 1

    def complete(self, index):
        self.tasks[index].done = True

    def overdue(self, today):
        return [t for t in self.tasks if not t.done and t.due and t.due < today]

    def by_tag(self):
        result = {}
        for task in self.tasks:
            for tag in task.tags or ["untagged"]:
                result.setdefault(tag, []).append(task.title)
        return result

    def save(self):
        return json.dumps([t.to_dict() for t in self.tasks], indent=1)

    @staticmethod
    def load(text):
        todo = TodoList()
        todo.tasks = [Task.from_dict(d) for d in json.loads(text)]
        return todo

    def __str__(self):
        return "\n".join(f"[{'x' if t.done else ' '}] {t.title}" + (f" (due {t.due:%d.%m.})" if t.due else "") for t in self.tasks)


todo = TodoList()
todo.add("write code", date(2024, 3, 1), "work")
todo.add("buy milk", None, "home", "food")
todo.add("sleep")
todo.complete(1)
print(todo)
print([t.title for t in todo.overdue(date(2024, 4, 1))])
print(todo.by_tag())
copy = TodoList.load(todo.save())
print(str(copy) == str(todo), copy.tasks[0], copy.tasks == todo.tasks)
try:
    todo.complete(10)
except IndexError as e:
    print("no such task:", e)
