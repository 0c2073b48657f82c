import bisect
import heapq
from collections import namedtuple

Student = namedtuple("Student", ["name", "score"])


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


students = [Student("Ann", 91), Student("Bob", 77), Student("Cy", 59), Student("Di", 70), Student("Ed", 89.5)]
for s in students:
    print(f"{s.name:<4}{s.score:>6} {grade(s.score)}")
top = heapq.nlargest(2, students, key=lambda s: s.score)
print([s.name for s in top], min(students, key=lambda s: s.score).name)
groups = {}
for s in students:
    groups.setdefault(grade(s.score), []).append(s.name)
print(dict(sorted(groups.items())))
scores = sorted(s.score for s in students)
bisect.insort(scores, 75)
print(scores, bisect.bisect_left(scores, 77), scores[len(scores) // 2])
best = students[0]._replace(score=100)
print(best, best._asdict(), best > students[1], Student._fields)
