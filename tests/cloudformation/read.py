"""Reads every template of a directory as CloudFormation does and prints them as JSON.

A tag becomes an object with one member.
"""

import json
import pathlib
import sys

try:
    import yaml
except ImportError:
    sys.exit("This test needs the Python package `PyYAML`, which comes with cfn-lint; `make test` installs it.")


class Loader(yaml.SafeLoader):
    """A YAML loader that knows CloudFormation's tags."""


def tagged(loader, suffix, node):
    construct = {
        yaml.ScalarNode: loader.construct_scalar,
        yaml.SequenceNode: lambda node: loader.construct_sequence(node, deep=True),
        yaml.MappingNode: lambda node: loader.construct_mapping(node, deep=True),
    }[type(node)]
    return {"!" + suffix: construct(node)}


Loader.add_multi_constructor("!", tagged)
documents = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    try:
        documents[path.stem] = yaml.load(path.read_text(encoding="utf-8"), Loader)
    except yaml.YAMLError as error:
        sys.exit(f"{path.name}: {error}")
json.dump(documents, sys.stdout)
