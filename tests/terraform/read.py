"""Reads every Terraform file of a directory with python-hcl2."""

import pathlib
import sys

try:
    import hcl2
except ImportError:
    sys.exit("This test needs the Python package `python-hcl2`; `make test` installs it.")

paths = sorted(pathlib.Path(sys.argv[1]).glob("*.tf"))
if not paths:
    sys.exit("no file")
for path in paths:
    try:
        document = hcl2.loads(path.read_text(encoding="utf-8"))
    except Exception as error:  # the parser's own errors have no common class
        sys.exit(f"{path.name}: {error}")
    if "terraform" not in document:
        sys.exit(f"{path.name}: no terraform block")
