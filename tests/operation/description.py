# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/openapi.yaml as a judge of real exchanges."""
import os
import re

import jsonschema
import yaml

PATH = os.path.join(os.path.dirname(__file__), "../../docs/openapi.yaml")


class Description:
    def __init__(self):
        with open(PATH, encoding="utf-8") as file:
            self.document = yaml.safe_load(file)
        self.resolver = jsonschema.RefResolver("", self.document)
        self.seen = set()  # (method, path, status)

    def operations(self):
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                if method in ("get", "post"):
                    yield method.upper(), path, operation

    def find(self, method, path):
        for known_method, known, operation in self.operations():
            pattern = re.sub(r"\{[^}]+\}", "[^/]+", known)
            if known_method == method and re.fullmatch(pattern, path):
                return known, operation
        raise AssertionError(f"{method} {path} is not described")

    def resolved(self, part):
        return self.resolver.resolve(part["$ref"])[1] if "$ref" in part else part

    def validate(self, schema, value):
        jsonschema.Draft202012Validator(schema, resolver=self.resolver).validate(value)

    def check(self, method, target, body, answer):
        """Raises where the exchange is not as described. A request that was refused as invalid may be invalid."""
        path, operation = self.find(method, target.split("?")[0])
        status = str(answer.status)
        assert status in operation["responses"], f"{method} {path} answered {status}, which is not described"
        self.seen.add((method, path, answer.status))
        if body and answer.status < 400:
            content = self.resolved(operation["requestBody"])["content"]
            self.validate(content["application/json"]["schema"], body)
        response = self.resolved(operation["responses"][status])
        kind = (answer.headers["Content-Type"] or "").split(";")[0]
        if not response.get("content"):
            return
        assert kind in response["content"], f"{method} {path} {status}: {kind}"
        if kind == "application/json":
            self.validate(response["content"][kind]["schema"], answer.json())
        for header in response.get("headers", {}):
            assert answer.headers[header] is not None, f"{method} {path} {status} lacks {header}"
