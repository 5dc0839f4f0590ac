//! The information items of a notice, as data.

/// What an item rests on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The text of the law or a judgment asks for it: where it is due and missing, that is an error.
    Law,
    /// A guideline asks for it.
    Guidance,
    /// It is good practice.
    Practice,
    /// No file can show it.
    Untestable,
}

/// An information item of Articles 12 to 14, and of Article 5(3) of Directive 2002/58/EC.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name: `N10`. Its words are the message `coverage-item-N10`.
    pub id: &'static str,
    /// What it rests on.
    pub status: Status,
    /// What asks for it where data come from the person (Article 13); none where nothing does.
    pub direct: Option<&'static str>,
    /// What asks for it where data come from elsewhere (Article 14); none where nothing does.
    pub indirect: Option<&'static str>,
}

const fn both(id: &'static str, status: Status, direct: &'static str, indirect: &'static str) -> Item {
    Item { id, status, direct: Some(direct), indirect: Some(indirect) }
}

const fn same(id: &'static str, status: Status, source: &'static str) -> Item {
    both(id, status, source, source)
}

const fn direct(id: &'static str, status: Status, source: &'static str) -> Item {
    Item { id, status, direct: Some(source), indirect: None }
}

const fn indirect(id: &'static str, status: Status, source: &'static str) -> Item {
    Item { id, status, direct: None, indirect: Some(source) }
}

use Status::{Guidance, Law, Practice, Untestable};

/// Every item, in order.
///
/// The paragraphs of WP260 rev.01 stand here as the guidelines are known; only paragraph 31 was read
/// again.
pub static ALL: [Item; 58] = [
    both("N01", Law, "13(1)(a)", "14(1)(a)"),
    both("N02", Law, "13(1)(a), 26", "14(1)(a), 26"),
    same("N03", Law, "26(2)"),
    both("N04", Law, "13(1)(a), 27", "14(1)(a), 27"),
    both("N05", Law, "13(1)(b)", "14(1)(b)"),
    same("N06", Practice, "12(2), 12(3), 12(5)"),
    both("N10", Law, "13(1)(c)", "14(1)(c)"),
    both("N11", Law, "13(1)(c)", "14(1)(c)"),
    both("N12", Law, "13(1)(d)", "14(2)(b)"),
    same("N13", Practice, "WP260 annex"),
    both("N14", Practice, "13(1)(c), 6(3)", "14(1)(c), 6(3)"),
    same("N15", Guidance, "WP260 annex"),
    same("N16", Guidance, "WP260 annex"),
    indirect("N17", Law, "14(1)(d)"),
    indirect("N18", Law, "14(2)(f)"),
    direct("N19", Law, "13(2)(e)"),
    both("N20", Law, "13(2)(c), 7(3)", "14(2)(d), 7(3)"),
    both("N30", Law, "13(1)(e)", "14(1)(e)"),
    same("N31", Guidance, "WP260 annex"),
    same("N32", Untestable, "C-154/21"),
    both("N33", Law, "13(1)(e), C-413/23 P", "14(1)(e), C-413/23 P"),
    both("N34", Law, "13(1)(f)", "14(1)(f)"),
    both("N35", Law, "13(1)(f), 45", "14(1)(f), 45"),
    both("N36", Law, "13(1)(f)", "14(1)(f)"),
    both("N37", Law, "13(1)(f), 46", "14(1)(f), 46"),
    same("N38", Guidance, "WP260 annex"),
    same("N39", Law, "49(1) second subparagraph"),
    same("N40", Untestable, "49(1)(a)"),
    both("N50", Law, "13(2)(a)", "14(2)(a)"),
    same("N51", Guidance, "WP260 annex"),
    same("N52", Guidance, "WP260 annex"),
    both("N60", Law, "13(2)(b)", "14(2)(c)"),
    both("N61", Law, "13(2)(b), 20(1)", "14(2)(c), 20(1)"),
    same("N62", Guidance, "12(1), 20"),
    both("N63", Law, "13(2)(b), 21(1), 21(4)", "14(2)(c), 21(1), 21(4)"),
    both("N64", Law, "13(2)(b), 21(2) to (4)", "14(2)(c), 21(2) to (4)"),
    both("N65", Law, "13(2)(b), 21(6)", "14(2)(c), 21(6)"),
    both("N66", Law, "13(2)(d)", "14(2)(e)"),
    both("N67", Law, "13(2)(f), C-203/22", "14(2)(g), C-203/22"),
    same("N68", Law, "22(3)"),
    same("N69", Untestable, "Data (Use and Access) Act 2025 s. 103"),
    both("N70", Untestable, "13(3)", "14(4)"),
    direct("N71", Untestable, "13(1)"),
    indirect("N72", Untestable, "14(3)"),
    direct("N73", Law, "13(4)"),
    indirect("N74", Law, "14(5)"),
    same("N75", Untestable, "12(1)"),
    same("N76", Guidance, "WP260 para. 13"),
    same("N77", Untestable, "WP260 para. 13"),
    same("N78", Untestable, "12(1)"),
    same("N79", Untestable, "WP260 paras 35-38"),
    same("N80", Law, "12(7)"),
    same("N81", Guidance, "WP260 paras 29-32"),
    direct("N82", Untestable, "7, 4(11)"),
    direct("N90", Law, "5(3) Directive 2002/58/EC"),
    direct("N91", Law, "C-673/17"),
    direct("N92", Law, "C-673/17"),
    direct("N93", Practice, "5(3) Directive 2002/58/EC, 4(11)"),
];

impl Item {
    /// What asks for it under an article.
    pub fn source(&self, article: super::Article) -> Option<&'static str> {
        match article {
            super::Article::Direct => self.direct,
            super::Article::Indirect => self.indirect,
        }
    }
}
