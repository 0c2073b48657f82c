from datetime import date, datetime, time, timedelta

start = datetime(2024, 1, 29, 9, 0)
slots = [start + timedelta(minutes=45 * i) for i in range(4)]
for slot in slots:
    print(slot.strftime("%a %d %b %H:%M"), "->", (slot + timedelta(minutes=30)).time())
day = date(2024, 2, 26)
week = [day + timedelta(days=n) for n in range(7)]
print([d.strftime("%d") for d in week if d.weekday() < 5], week[-1] - week[0])
birthdays = {"ann": date(1990, 2, 28), "bob": date(1985, 12, 31)}
today = date(2024, 2, 27)
for name, born in sorted(birthdays.items(), key=lambda kv: kv[1]):
    nxt = born.replace(year=today.year)
    if nxt < today:
        nxt = nxt.replace(year=today.year + 1)
    print(f"{name}: {(nxt - today).days} days, turns {nxt.year - born.year}")
total = sum((timedelta(hours=h, minutes=m) for h, m in [(1, 20), (0, 50), (2, 5)]), timedelta())
hours, rest = divmod(total.total_seconds(), 3600)
print(total, f"{int(hours)}h{int(rest // 60):02d}m")
meeting = datetime.combine(day, time(14, 30))
print(meeting.isoformat(timespec="minutes"), meeting > start, max(slots).hour, (meeting - start).days)
