"""YAML read with its places, so that a fault can be named by file and line."""

from collections.abc import Callable
from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError

# libyaml is ten times as fast where PyYAML was built with it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

type Step = str | int
# Says where in the files an entry stands, and what is wrong with it.
type Report = Callable[[BaseModel, str], str]


class RegistryError(ValueError):
    """Faults in the registry's files, each as `file:line: what is wrong`."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class Document:
    """One YAML file. Raises RegistryError where it is no YAML or has a key twice."""

    def __init__(self, path: Path) -> None:
        self.path = path
        loader = _Loader(path.read_text(encoding="utf-8"))
        try:
            node = loader.get_single_node()
            if node is None:
                raise RegistryError([self.fault(1, "the file is empty")])
            self._node: yaml.Node = node
            _refuse_doubled_keys(self, node)
            self.data: object = loader.construct_document(node)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise RegistryError([self.fault(line, error.problem or "no YAML")]) from error
        finally:
            loader.dispose()

    def fault(self, line: int, message: str) -> str:
        """`file:line: message`, the file named from the registry's folder on."""
        return f"{self.path.parent.name}/{self.path.name}:{line}: {message}"

    def line(self, *steps: Step) -> int:
        """Line, from 1, of the value at `steps`, or of the deepest value on the way that exists."""
        node = self._node
        for step in steps:
            found = _step(node, step)
            if found is None:
                break
            node = found
        return int(node.start_mark.line) + 1

    def read[Model: BaseModel](self, model: type[Model], data: object, *steps: Step) -> Model:
        """`data`, which stands at `steps`, as a `model`. Raises RegistryError with the line of each fault."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            faults = [
                self.fault(self.line(*steps, *one["loc"]), f"{'.'.join(map(str, one['loc']))}: {one['msg']}")
                for one in error.errors()
            ]
            raise RegistryError(faults) from error

    def items(self, key: str) -> list[object]:
        """The list under `key` at the top of the file. Raises RegistryError where there is none."""
        found = self.data.get(key) if isinstance(self.data, dict) else None
        if not isinstance(found, list):
            raise RegistryError([self.fault(1, f"a list under «{key}» is missing")])
        return found


def _step(node: yaml.Node, step: Step) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def _refuse_doubled_keys(document: Document, node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise RegistryError([document.fault(key.start_mark.line + 1, f"«{key.value}» stands twice")])
            seen.add(key.value)
            _refuse_doubled_keys(document, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_doubled_keys(document, value)
