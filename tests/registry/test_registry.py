"""The shipped registry is whole, and a faulty one is refused with the place of each fault."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import skeleton
from corpus.registry import FOLDER, RegistryError, load, read

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "seeds.json"
CODES = {
    "window": "agencies_connected agencies_connecting agencies_not_connected agencies_obligated services_offered "
    "services_not_offered users users_growth visits_monthly visits_total",
    "services": "total online smart",
    "inquiries": "online",
    "egov": "score_band rank agencies_assessed",
    "permits": "total connected not_connected agencies_connected agencies_not_connected requests issued delayed",
    "prescriptions": "electronic paper doctors issued",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "registry"))


def _append(path: Path, text: str) -> int:
    """Write `text` behind the file and say on which line it begins."""
    before = path.read_text("utf-8")
    path.write_text(before + text, "utf-8")
    return before.count("\n") + 1


def test_the_indicators_are_those_of_the_design() -> None:
    assert sorted(one.code for one in load().indicators) == sorted(
        f"{area}.{code}" for area, codes in CODES.items() for code in codes.split()
    )


def test_every_kind_of_body_is_there() -> None:
    kinds = {one.kind for one in load().bodies}
    assert {"ministry", "organization", "company", "bank", "fund", "university", "province", "oversight"} <= kinds
    assert sum(one.kind == "province" for one in load().bodies) == 31


def test_ancestors_lead_from_a_company_to_the_government() -> None:
    assert load().ancestors("org:nigc") == ("org:petroleum", "org:government")
    assert load().ancestors("org:unheard-of") == ()


def test_an_inner_office_speaks_for_the_body_around_it() -> None:
    assert load().speaks_for("org:ecommerce-it") == "org:industry"
    assert load().speaks_for("org:ecommerce") == "org:ecommerce"


def test_unknown_ids_are_refused() -> None:
    with pytest.raises(KeyError):
        load().get("org:unheard-of")
    with pytest.raises(KeyError):
        load().law("law:unheard-of")


@pytest.mark.skipif(not GOLD.exists(), reason="the gold records are not beside the checkout")
def test_every_law_of_the_gold_is_known() -> None:
    known = {skeleton(text) for law in load().laws for text in (law.name, *law.aliases)}
    cited = {one["law"] for one in json.loads(GOLD.read_text("utf-8"))["records"] if one["law"]}
    assert {law for law in cited if skeleton(law) not in known} <= {"قانون بودجه"}


def test_the_command_prints_counts() -> None:
    done = subprocess.run([sys.executable, "-m", "corpus.registry"], capture_output=True, text=True, check=True)
    assert f"bodies {len(load().bodies)}" in done.stdout


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("  - id: Org:Bad\n    name: سازمان ناشناس\n", "id: String should match"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    parent: org:nowhere\n", "unknown parent org:nowhere"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    parent: org:new\n", "its own ancestor"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    unit: true\n", "a unit without a parent"),
        ("  - id: org:ito\n    name: سازمان ناشناس\n", "the id org:ito stands twice"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    aliases: [ایمیدرو]\n", "is also a name of org:imidro"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    aliases: [سازمان‌ناشناس]\n", "twice"),
        ("  - id: org:new\n    name: سازمان ناشناس\n    nmae: x\n", "nmae: Extra inputs"),
        ("  - id: org:new\n    id: org:newer\n    name: سازمان ناشناس\n", "«id» stands twice"),
        ("  - id: [\n", "registry"),
    ],
)
def test_a_fault_is_named_by_file_and_line(folder: Path, text: str, fault: str) -> None:
    line = _append(folder / "agencies" / "organizations.yml", text)
    with pytest.raises(RegistryError) as refused:
        read(folder)
    (message,) = [one for one in refused.value.faults if fault in one or fault == "registry"]
    file, number, _ = message.split(":", 2)
    assert file == "agencies/organizations.yml"
    assert line <= int(number) <= line + text.count("\n")


@pytest.mark.parametrize(
    ("duty", "fault"),
    [
        ("law: law:nowhere, indicator: window.users, bound: org:ito", "law:nowhere"),
        ("law: law:permits, indicator: window.nothing, bound: org:ito", "window.nothing"),
        ("law: law:permits, indicator: window.users, bound: org:nowhere", "org:nowhere"),
    ],
)
def test_an_obligation_names_what_is_known(folder: Path, duty: str, fault: str) -> None:
    _append(folder / "programmes" / "window.yml", f"  - {{id: new, description: تکلیف, {duty}}}\n")
    with pytest.raises(RegistryError, match=f"names {fault}, which is not known"):
        read(folder)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("  - {indicator: window.users, unit: [tree], share: 0.5}", "a sign counts in tree, a unit of no programme"),
        (
            "  - {indicator: trees.planted, unit: [person], share: 0.5}",
            "a sign names trees.planted, which is not known",
        ),
        ("  - {indicator: window.users, unit: [person], share: 1.5}", "share"),
        ('cues: {wrong: ["(نسخه"]}', "«(نسخه» is no pattern"),
        ('topic: ["[نسخه"]', "«[نسخه» is no pattern"),
        ("names: {org:nowhere: [هیچ‌جا]}", "a name names org:nowhere, which is not known"),
        ("groups: [{id: group:banks, name: بانک‌های ما}]", "the id group:banks stands twice"),
        ("standings: {connected: trees.planted}", "a standing names trees.planted"),
        ("units: {Tree: [درخت]}", "units"),
        ("units: {tree: []}", "units"),
    ],
)
def test_a_programme_names_what_is_known(tmp_path: Path, text: str, fault: str) -> None:
    head = "id: trees\nname: درختان\ndescription: شمار درختان\n"
    indicators = "indicators:\n  - {code: trees.counted, label: درختان, units: [person], description: شمار درختان}\n"
    (tmp_path / "trees.yml").write_text(
        head + indicators + ("signs:\n" if text[:1] == " " else "") + text + "\n", "utf-8"
    )
    with pytest.raises(RegistryError) as refused:
        read(FOLDER, tmp_path)
    assert any(fault in one for one in refused.value.faults), refused.value.faults


def test_a_programme_stands_once(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "programmes" / "egov.yml", tmp_path)
    with pytest.raises(RegistryError, match="the programme egov stands twice"):
        read(FOLDER, tmp_path)


def test_a_folder_of_further_programmes_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="is no folder"):
        read(FOLDER, tmp_path / "nowhere")


def test_what_a_programme_brings_is_found_among_the_rest() -> None:
    assert load().get("group:province-yazd").name == "استان یزد"
    assert sum(one.id.startswith("group:province-") for one in load().groups) == 31


def test_all_faults_are_told_at_once(folder: Path) -> None:
    _append(folder / "laws.yml", "  - id: law:new\n    name: قانون نو\n    year: 14\n")
    _append(folder / "groups.yml", "  - id: bad\n    name: گروه\n")
    with pytest.raises(RegistryError) as refused:
        read(folder)
    assert {one.split(":")[0].split("/")[-1] for one in refused.value.faults} == {"laws.yml", "groups.yml"}


def test_an_empty_or_missing_list_is_a_fault(folder: Path) -> None:
    (folder / "groups.yml").write_text("", "utf-8")
    (folder / "heads.yml").write_text("words: []\n", "utf-8")
    with pytest.raises(RegistryError) as refused:
        read(folder)
    assert [one.split(": ", 1)[1] for one in refused.value.faults] == [
        "the file is empty",
        "a list under «heads» is missing",
    ]


@given(st.sampled_from(load().bodies), st.sampled_from(["\u200c", " ", ""]))
def test_a_name_is_one_name_in_every_spelling(body: object, space: str) -> None:
    name = body.name  # type: ignore[attr-defined]
    assert skeleton(name.replace("\u200c", space).replace("ی", "ي")) == skeleton(name)
