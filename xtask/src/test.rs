pub(crate) fn run(_all: bool) -> bool {
    true
}
