//! Paths in a package: relative, downwards, and the same on every system.

use crate::Words;

/// Why a path may not be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PathFault {
    Absolute,
    Parent,
    Drive,
    Backslash,
    Address,
    Control,
    LeadsOut,
}

impl PathFault {
    /// What is wrong with it.
    pub(crate) const fn words(self) -> Words {
        match self {
            Self::Absolute => Words::new("是绝对路径", "is absolute"),
            Self::Parent => Words::new("含有“..”", "holds .."),
            Self::Drive => Words::new("含有盘符或冒号", "holds a drive letter or a colon"),
            Self::Backslash => Words::new("含有反斜杠", "holds a backslash"),
            Self::Address => Words::new(
                "是网址，而数据包只能包含自身的文件",
                "is an address, and a package holds its own files alone",
            ),
            Self::Control => Words::new(
                "含有控制字符或其他不可见字符",
                "holds a control character or one that is not seen",
            ),
            Self::LeadsOut => Words::new("是指向数据包之外的链接", "is a link out of the package"),
        }
    }
}

/// The path with one `/` between its steps and no `.` among them.
///
/// # Errors
/// Where following it could lead out of the package on some system.
pub(crate) fn safe(path: &str) -> Result<String, PathFault> {
    if path.contains("://") {
        return Err(PathFault::Address);
    }
    if path.contains(crate::shown::is_hidden) {
        return Err(PathFault::Control);
    }
    if path.contains('\\') {
        return Err(PathFault::Backslash);
    }
    if path.starts_with('/') {
        return Err(PathFault::Absolute);
    }
    if path.contains(':') {
        return Err(PathFault::Drive);
    }
    let steps: Vec<&str> = path.split('/').filter(|step| !matches!(*step, "" | ".")).collect();
    if steps.contains(&"..") || steps.is_empty() {
        return Err(PathFault::Parent);
    }
    Ok(steps.join("/"))
}

/// Whether a link that lies at a path leads out of the package.
pub(super) fn leads_out(path: &str, target: &str) -> bool {
    if target.starts_with(['/', '\\']) || target.contains(':') {
        return true;
    }
    let mut depth = path.matches('/').count();
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." if depth == 0 => return true,
            ".." => depth -= 1,
            _ => depth += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_out_on_some_system_is_refused() {
        for (path, fault) in [
            ("/etc/passwd", PathFault::Absolute),
            ("../a.ndjson", PathFault::Parent),
            ("a/../../b", PathFault::Parent),
            ("a/..", PathFault::Parent),
            ("", PathFault::Parent),
            ("./", PathFault::Parent),
            ("C:/a", PathFault::Drive),
            ("C:a", PathFault::Drive),
            ("a.ndjson:stream", PathFault::Drive),
            ("..\\a", PathFault::Backslash),
            ("\\\\server\\share", PathFault::Backslash),
            ("https://example.org/a.ndjson", PathFault::Address),
            ("file:///etc/passwd", PathFault::Address),
            ("a\0b", PathFault::Control),
            ("a\u{202e}b", PathFault::Control),
        ] {
            assert_eq!(safe(path), Err(fault), "{path:?}");
        }
        for (path, same) in [
            ("a.ndjson", "a.ndjson"),
            ("./a//b.ndjson", "a/b.ndjson"),
            ("数据/志愿者..ndjson", "数据/志愿者..ndjson"),
        ] {
            assert_eq!(safe(path).as_deref(), Ok(same), "{path:?}");
        }
    }

    #[test]
    fn a_link_may_climb_as_far_as_the_package() {
        assert!(!leads_out("a/b/link", "../../c"));
        assert!(leads_out("a/b/link", "../../../c"));
        assert!(leads_out("link", "/c"));
        assert!(leads_out("link", "a/../../b"));
        assert!(!leads_out("link", "./a/../b"));
    }
}
