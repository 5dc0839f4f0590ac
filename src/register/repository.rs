//! Addresses of lines in the repository of the registry, as the services that show it form them.

/// The address of a line of a file below the registry folder. An address with `{path}` and `{line}`
/// says itself where they stand; others are that of the folder, and the service is known by its host.
pub(super) fn address(repository: &str, path: &str, line: usize) -> String {
    let path = encoded(path);
    if repository.contains("{path}") {
        return repository.replace("{path}", &path).replace("{line}", &line.to_string());
    }
    let host = repository.split_once("://").map_or(repository, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    if host == "dev.azure.com" || host.ends_with(".visualstudio.com") {
        return azure(repository, &path, line);
    }
    let anchor = if host == "bitbucket.org" {
        format!("lines-{line}")
    } else if repository.contains("/projects/") && repository.contains("/repos/") {
        // Bitbucket Data Center.
        line.to_string()
    } else {
        // GitHub, GitLab, Gitea, Forgejo (Codeberg), SourceHut.
        format!("L{line}")
    };
    let folder = repository.split('#').next().unwrap_or_default();
    match folder.split_once('?') {
        // The branch may stand behind the path, as Bitbucket Data Center has it.
        Some((folder, query)) => format!("{}/{path}?{query}#{anchor}", folder.trim_end_matches('/')),
        None => format!("{}/{path}#{anchor}", folder.trim_end_matches('/')),
    }
}

/// The address of a commit; none where the service is not known by its address.
pub(super) fn commit(repository: &str, id: &str) -> Option<String> {
    let folder = repository.split(['?', '#']).next()?;
    // The services that show it name the way to a folder in the middle of its address.
    let ways = [
        ("/-/blob/", "/-/commit/"),
        ("/-/tree/", "/-/commit/"),
        ("/-/edit/", "/-/commit/"),
        ("/src/branch/", "/commit/"),
        ("/blob/", "/commit/"),
        ("/tree/", "/commit/"),
        ("/edit/", "/commit/"),
        ("/browse", "/commits/"),
        ("/src/", "/commits/"),
    ];
    if repository.contains("{path}") {
        return None;
    }
    if folder.contains("/_git/") {
        return Some(format!("{}/commit/{id}", folder.trim_end_matches('/')));
    }
    let (top, way) = ways.iter().find_map(|(way, to)| Some((folder.split_once(way)?.0, to)))?;
    Some(format!("{top}{way}{id}"))
}

/// Azure DevOps has the path in the query: `…/_git/repo?path=/registry&version=GBmain`.
fn azure(repository: &str, path: &str, line: usize) -> String {
    let (base, query) = repository.split_once('?').unwrap_or((repository, ""));
    let mut folder = "";
    let mut rest = String::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        match part.strip_prefix("path=") {
            Some(found) => folder = found.trim_end_matches('/'),
            None => rest = format!("{rest}&{part}"),
        }
    }
    let next = line + 1;
    let lines = format!("line={line}&lineEnd={next}&lineStartColumn=1&lineEndColumn=1");
    format!("{base}?path={folder}/{path}{rest}&{lines}")
}

/// Letters that end a path in an address, or have a meaning there, by their numbers.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for letter in path.chars() {
        match letter {
            '%' | '#' | '?' | '&' | '+' | ' ' => out.push_str(&format!("%{:02X}", u32::from(letter))),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{address, commit};

    #[test]
    fn commits_have_the_form_of_their_service() {
        for (repository, found) in [
            ("https://github.com/us/gdpr/blob/main/registry", Some("https://github.com/us/gdpr/commit/01ab")),
            ("https://gitlab.com/us/gdpr/-/blob/main/registry", Some("https://gitlab.com/us/gdpr/-/commit/01ab")),
            ("https://codeberg.org/us/gdpr/src/branch/main/r", Some("https://codeberg.org/us/gdpr/commit/01ab")),
            ("https://bitbucket.org/us/gdpr/src/main/r", Some("https://bitbucket.org/us/gdpr/commits/01ab")),
            (
                "https://git.us.example/projects/P/repos/gdpr/browse/registry?at=main",
                Some("https://git.us.example/projects/P/repos/gdpr/commits/01ab"),
            ),
            (
                "https://dev.azure.com/us/p/_git/gdpr?path=/registry&version=GBmain",
                Some("https://dev.azure.com/us/p/_git/gdpr/commit/01ab"),
            ),
            ("https://cgit.us.example/gdpr/tree/registry/{path}#n{line}", None),
            ("https://us.example/gdpr", None),
        ] {
            assert_eq!(commit(repository, "01ab").as_deref(), found);
        }
    }

    #[test]
    fn lines_have_the_form_of_their_service() {
        let at = |repository: &str| address(repository, "activities/a b.toml", 12);
        for (repository, found) in [
            (
                "https://github.com/us/gdpr/blob/main/registry",
                "https://github.com/us/gdpr/blob/main/registry/activities/a%20b.toml#L12",
            ),
            (
                "https://gitlab.com/us/gdpr/-/blob/main/registry/",
                "https://gitlab.com/us/gdpr/-/blob/main/registry/activities/a%20b.toml#L12",
            ),
            (
                "https://codeberg.org/us/gdpr/src/branch/main/registry",
                "https://codeberg.org/us/gdpr/src/branch/main/registry/activities/a%20b.toml#L12",
            ),
            (
                "https://bitbucket.org/us/gdpr/src/main/registry",
                "https://bitbucket.org/us/gdpr/src/main/registry/activities/a%20b.toml#lines-12",
            ),
            (
                "https://git.us.example/projects/P/repos/gdpr/browse/registry?at=main",
                "https://git.us.example/projects/P/repos/gdpr/browse/registry/activities/a%20b.toml?at=main#12",
            ),
            (
                "https://dev.azure.com/us/p/_git/gdpr?path=/registry&version=GBmain",
                "https://dev.azure.com/us/p/_git/gdpr?path=/registry/activities/a%20b.toml&version=GBmain&line=12&lineEnd=13&lineStartColumn=1&lineEndColumn=1",
            ),
            (
                "https://cgit.us.example/gdpr/tree/registry/{path}#n{line}",
                "https://cgit.us.example/gdpr/tree/registry/activities/a%20b.toml#n12",
            ),
        ] {
            assert_eq!(at(repository), found);
        }
    }
}
