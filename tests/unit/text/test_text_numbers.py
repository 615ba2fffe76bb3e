from newsloom.text.numbers import counted


def test_one_is_singular_and_thousands_are_parted() -> None:
    assert counted(1, "report") == "1 report"
    assert counted(0, "report") == "0 reports"
    assert counted(1_200, "story", "stories") == "1,200 stories"
