use std::fs;

use tempfile::TempDir;

use super::{build, files, owned, put, summary};

#[test]
fn stale_files_go_with_the_folders_they_leave_empty() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "a"), ("public/b/c/d.html", "d"), ("x/y.html", "y")]);
    put(dir.path().join("x/mine.txt"), "mine");
    fs::create_dir(dir.path().join("empty")).unwrap();

    assert_eq!(build(dir.path(), &[("public/a.html", "a")]), summary(0, 1, 2));

    assert_eq!(files(dir.path()), owned(&[("public/a.html", "a"), ("x/mine.txt", "mine")]));
    assert!(!dir.path().join("public/b").exists());
    assert!(dir.path().join("empty").exists());
}

#[test]
fn a_build_without_pages_keeps_the_folder_itself() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("a.html", "a"), ("public/b.html", "b")]);

    assert_eq!(build(dir.path(), &[]), summary(0, 0, 2));

    assert_eq!(files(dir.path()), []);
    assert!(!dir.path().join("public").exists());
}

#[test]
fn a_stale_file_that_is_already_gone_is_forgotten() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "a"), ("public/b.html", "b")]);
    fs::remove_file(dir.path().join("public/b.html")).unwrap();

    assert_eq!(build(dir.path(), &[("public/a.html", "a")]), summary(0, 1, 0));

    put(dir.path().join("public/b.html"), "mine");
    build(dir.path(), &[("public/a.html", "new")]);
    assert_eq!(files(dir.path()), owned(&[("public/a.html", "new"), ("public/b.html", "mine")]));
}

#[test]
fn a_folder_put_in_place_of_a_stale_file_stays() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "a"), ("b", "b")]);
    fs::remove_file(dir.path().join("b")).unwrap();
    put(dir.path().join("b/mine.txt"), "mine");

    assert_eq!(build(dir.path(), &[("public/a.html", "a")]), summary(0, 1, 0));

    assert_eq!(files(dir.path()), owned(&[("b/mine.txt", "mine"), ("public/a.html", "a")]));
}

#[test]
fn a_users_file_with_the_right_bytes_never_becomes_ours() {
    let dir = TempDir::new().unwrap();
    put(dir.path().join("public/a.html"), "same");
    assert_eq!(build(dir.path(), &[("public/a.html", "same")]), summary(0, 1, 0));
    assert_eq!(build(dir.path(), &[("b.html", "b")]), summary(1, 0, 0));

    assert_eq!(files(dir.path()), owned(&[("b.html", "b"), ("public/a.html", "same")]));
}

#[test]
fn a_page_whose_name_changes_its_case_is_kept_once() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/News.html", "old")]);
    build(dir.path(), &[("public/news.html", "new")]);
    build(dir.path(), &[("public/News.html", "new")]);

    let files = files(dir.path());
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(files[0].1, "new");
}

#[test]
fn a_file_put_in_place_of_a_stale_folder_stays() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("a.html", "a"), ("b/c.html", "c")]);
    fs::remove_dir_all(dir.path().join("b")).unwrap();
    put(dir.path().join("b"), "mine");
    assert_eq!(build(dir.path(), &[("a.html", "a")]), summary(0, 1, 0));
    assert_eq!(files(dir.path()), owned(&[("a.html", "a"), ("b", "mine")]));
}

#[test]
fn a_page_takes_the_place_of_a_stale_folder_that_is_gone() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("b/c.html", "c")]);
    fs::remove_dir_all(dir.path().join("b")).unwrap();

    assert_eq!(build(dir.path(), &[("b", "b")]), summary(1, 0, 0));
    assert_eq!(files(dir.path()), owned(&[("b", "b")]));
}
