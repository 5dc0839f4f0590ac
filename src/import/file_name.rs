//! Which file names a record may ask for.

use crate::load::{Role, role_of};
use crate::record::Kind;

/// Names that some systems keep for devices, with any ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest name of a file or folder that common file systems take, in bytes.
const LONGEST: usize = 255;

/// Why a record of this kind and id cannot stand in this file, if it cannot.
pub(super) fn fault(path: &str, kind: Kind, id: &str) -> Option<String> {
    if let Some(why) = path.split('/').find_map(part_fault) {
        return Some(why);
    }
    let folder = kind.folder();
    match role_of(path) {
        Some(Role::KindFile(of)) if of == kind => None,
        Some(Role::RecordFile(of, stem)) if of == kind && stem == id => None,
        Some(Role::RecordFile(of, stem)) if of == kind => {
            Some(format!("the file of a record is named after its id: `{id}.toml`, not `{stem}.toml`"))
        }
        _ => Some(format!("records of the kind `{folder}` stand in `{folder}.toml` or below `{folder}/`")),
    }
}

/// What is wrong with one step of a path.
fn part_fault(part: &str) -> Option<String> {
    let device = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let why = if part.is_empty() {
        "it is no path below the registry, with a name between slashes"
    } else if part == ".." || part == "." {
        "it leads out of its folder"
    } else if part.starts_with('.') {
        "files whose names begin with a dot are no part of a registry"
    } else if part.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) || part.chars().any(char::is_control) {
        "it has a character that not every system allows in the name of a file"
    } else if part.ends_with(['.', ' ']) || DEVICES.contains(&device.trim_end()) {
        "not every system has a file of this name"
    } else if part.len() > LONGEST {
        "it is too long for the name of a file"
    } else {
        return None;
    };
    Some(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::record::Kind;

    #[test]
    fn a_record_stays_in_the_place_of_its_kind() {
        for path in ["systems.toml", "systems/a.toml", "systems/Büro/deep er/a.toml"] {
            assert_eq!(fault(path, Kind::System, "a"), None, "{path}");
        }
        for path in [
            "",
            "/etc/a.toml",
            "/systems/a.toml",
            "../systems/a.toml",
            "systems/../../a.toml",
            "systems/./a.toml",
            "systems//a.toml",
            "systems\\a.toml",
            "systems/..\\..\\a.toml",
            "C:/systems/a.toml",
            "systems/C:/a.toml",
            "systems/nul/a.toml",
            "systems/COM1.x/a.toml",
            "systems/dot./a.toml",
            "systems/blank /a.toml",
            "systems/.hidden/a.toml",
            "systems/a\0/a.toml",
            "systems/a\n/a.toml",
            "systems/b.toml",
            "systems/a.TOML",
            "systems/a",
            "systems/a.toml/",
            "cookies/a.toml",
            "registry.toml",
            "README.md",
            "systems/README.md",
        ] {
            assert!(fault(path, Kind::System, "a").is_some(), "{path}");
        }
        assert!(fault(&format!("systems/{}/a.toml", "x".repeat(256)), Kind::System, "a").is_some());
    }
}
