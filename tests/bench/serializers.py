#!/usr/bin/env python3
"""Writes payloads with real serializers: `serializers.py DIR MEGABYTES`.

Texts have lengths as people and tools write them, from one word to a stack trace, in several scripts; no two payloads
are the same. Each file has one way to write them: Python's json as it is by default, compact, in UTF-8; JSON.stringify
of Node; jq. In others, a part of the payloads has an info, or all are broken. The times are just before 1607432950.
"""
import json
import math
import os
import random
import shutil
import subprocess
import sys

NOW = 1607432950
WORDS = """the deployment of service finished started failed on host with error timeout while connecting to database
replica after retry number version build pipeline commit branch main release candidate node pool cluster restarted
memory limit exceeded cpu throttled disk usage at percent of volume certificate expires in days queue depth consumer
lag partition rebalance user session login from address configuration changed by operator rollback approved canary
traffic shifted health check passed latency above threshold for minutes alert resolved maintenance window""".split()
FOREIGN = """Änderung übernommen für Gerät größer Überwachung déploiement terminé réussi échoué données système événement
обновление завершено ошибка сервера база данных デプロイ 完了 エラー サーバー 更新 部署 完成 错误 服务器 ✅ 🚀 ⚠️ naïve café""".split()
CATEGORIES = ["Activities", "Alerts", "Anomalies", "Changes", "Others"]
TYPES = ["DeploymentEvent", "ConfigurationChangedEvent", "AlertEvent", "RestartEvent", "ScalingEvent", "BuildEvent"]
SOURCES = ["Jenkins", "GitLab", "Kubernetes", "Prometheus", "Ansible", "Nagios", "custom-scripts"]


class Maker:
    def __init__(self, seed, foreign):
        self.random = random.Random(seed)
        self.foreign = foreign

    def text(self, median):
        # Lengths of texts are spread about their median like those of messages: a few are very long.
        count = max(1, min(600, round(median * math.exp(self.random.gauss(0, 0.9)))))
        words = [self.word() for _ in range(count)]
        for at in range(9, count, self.random.randint(9, 30)):
            words[at] += self.random.choice([".\n", ",", ".", ":", "; see \"log\""])
        return " ".join(words)

    def word(self):
        kind = self.random.random()
        if kind < 0.08:
            return str(self.random.randint(0, 10 ** self.random.randint(1, 6)))
        if kind < 0.12:
            return "%s-%x" % (self.random.choice(WORDS), self.random.getrandbits(32))
        return self.random.choice(FOREIGN if self.random.random() < self.foreign else WORDS)

    def host(self):
        return "%s%02d.%s.example.org" % (self.random.choice(["web", "db", "cache", "app"]), self.random.randint(1, 99),
                                          self.random.choice(["eu", "us", "ap"]))

    def event(self, info=False):
        pick, number = self.random.choice, self.random.randint
        event = {
            "context": {
                "category": pick(CATEGORIES),
                "data": {pick(WORDS): self.value() for _ in range(number(0, 6))},
                "element_identifiers": list({"urn:host:/" + self.host(): None for _ in range(number(1, 3))}),
                "source": pick(SOURCES),
                "source_links": [{"title": self.text(3), "url": "https://ci.example.org/job/%d/" % number(1, 99999)}
                                 for _ in range(number(0, 2))],
            },
            "event_type": "deployed" if info else pick(TYPES),
            "msg_title": self.text(6),
            "msg_text": self.text(20),
            "source_type_name": pick(SOURCES),
            "tags": ["%s:%s" % (pick(WORDS), pick(WORDS) + str(number(0, 99))) for _ in range(number(0, 5))],
            "timestamp": NOW - number(0, 900),
        }
        event["tags"] = list({tag.split(":")[0]: tag for tag in event["tags"]}.values())
        return event

    def value(self):
        kind = self.random.randint(0, 5)
        if kind == 0:
            return self.random.randint(0, 100000)
        if kind == 1:
            return round(self.random.random() * 100, self.random.randint(1, 12))
        if kind == 2:
            return self.random.random() < 0.5
        if kind == 3:
            return {"reason": self.text(3), "attempt": self.random.randint(1, 5)}
        return self.text(2)

    def payload(self, events, infos=0):
        return {
            "collection_timestamp": NOW,
            "internalHostname": self.host(),
            "events": {"app." + self.random.choice(WORDS): [self.event(at < infos) for at in range(events)]},
            "metrics": [],
            "topologies": [],
        }

    def broken(self):
        payload = self.payload(1)
        event = next(iter(payload["events"].values()))[0]
        faults = [lambda: event.update(timestamp=event["timestamp"] * 1000),
                  lambda: event["context"].update(category="Deployment"),
                  lambda: event.pop("msg_text"),
                  lambda: event.update(msgTitle=event.pop("msg_title")),
                  lambda: event["context"].update(element_identifiers=event["context"]["element_identifiers"][0]),
                  lambda: payload.pop("internalHostname"),
                  lambda: event.update(tags=" ".join(event["tags"]))]
        for fault in self.random.sample(faults, self.random.randint(1, 2)):
            fault()
        return payload


def write(path, size, make, **how):
    with open(path, "w", encoding="utf-8") as out:
        while out.tell() < size:
            out.write(json.dumps(make(), **how) + "\n")


def rewrite(path, source, command):
    """The same payloads by another serializer, if it is there."""
    if shutil.which(command[0]):
        with open(path, "wb") as out, open(source, "rb") as text:
            subprocess.run(command, stdin=text, stdout=out, check=True)


NODE = """require('readline').createInterface({input: process.stdin})
          .on('line', line => process.stdout.write(JSON.stringify(JSON.parse(line)) + '\\n'))"""


def main():
    folder, size = sys.argv[1], int(sys.argv[2]) << 20
    os.makedirs(folder, exist_ok=True)

    def path(name):
        return os.path.join(folder, name)

    ascii, mixed = Maker(1, 0), Maker(2, 0.15)
    events = ascii.random.randint
    write(path("compact.jsonl"), size, lambda: ascii.payload(events(1, 4)), separators=(",", ":"))
    write(path("python.jsonl"), size, lambda: mixed.payload(events(1, 4)))
    write(path("utf8.jsonl"), size, lambda: mixed.payload(events(1, 4)), ensure_ascii=False)
    rewrite(path("node.jsonl"), path("python.jsonl"), ["node", "-e", NODE])
    rewrite(path("jq.jsonl"), path("python.jsonl"), ["jq", "-c", "."])
    for percent in 1, 10, 100:
        write(path("infos_%d.jsonl" % percent), size,
              lambda: mixed.payload(1, 1 if mixed.random.randint(1, 100) <= percent else 0))
    write(path("broken.jsonl"), size // 4, mixed.broken)
    large = mixed.payload(0)
    large["events"] = {"app.changes": [mixed.event(at % 15 == 0) for at in range(300 * (size >> 20))]}
    for name, how in ("large.json", {}), ("large_indented.json", {"indent": 2}):
        with open(path(name), "w", encoding="utf-8") as out:
            json.dump(large, out, **how)


if __name__ == "__main__":
    main()
