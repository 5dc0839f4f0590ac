//! Large registries, the same for the same size: N activities, N/10 data categories, N/20
//! processors and retention rules, up to 20 subject groups.
//!
//! The public notice speaks to one group, as real ones do; a notice that named thousands of
//! activities would measure one page and not the job.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const UNITS: [&str; 10] =
    ["Payroll", "Support", "Billing", "Marketing", "Security", "Legal", "Research", "Logistics", "Library", "Events"];
const DOINGS: [&str; 8] =
    ["administration", "screening", "analytics", "newsletter", "access control", "invoicing", "survey", "backup"];
const PURPOSES: [&str; 8] = [
    "fulfil our contract with you",
    "keep the accounts that the law asks for",
    "answer requests and complaints",
    "plan staff and shifts",
    "detect misuse of accounts",
    "keep proof of consent",
    "measure the quality of the service",
    "defend legal claims",
];
const DATA: [&str; 8] =
    ["contact details", "bank details", "order history", "log data", "photographs", "contracts", "tickets", "visits"];
const GROUPS: [&str; 10] = [
    "Employees",
    "Applicants",
    "Customers",
    "Prospects",
    "Suppliers",
    "Visitors",
    "Members",
    "Donors",
    "Tenants",
    "Users",
];
const COUNTRIES: [(&str, &str); 6] =
    [("DE", ""), ("FR", ""), ("IE", ""), ("US", "dpf"), ("IN", "scc"), ("GB", "adequacy")];
const WORDS: &str = "the team records each request in a shared system and closes it after review by a second person \
    only staff with a named role may open the record and every access is logged for ninety days data are copied to \
    the archive once a month and removed from the live system when the period has ended";

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn sentence(&mut self) -> String {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let (start, length) = (self.below(words.len()), 10 + self.below(12));
        let mut text: Vec<String> = (0..length).map(|at| words[(start + at) % words.len()].to_owned()).collect();
        let capital = text[0][..1].to_uppercase();
        text[0].replace_range(..1, &capital);
        if self.below(4) == 0 {
            text[5] = format!("**{}**", text[5]);
        }
        format!("{}.", text.join(" "))
    }
}

/// Writes a registry and says how many files it has.
pub fn registry(folder: &Path, activities: usize) -> usize {
    let mut dice = Dice(7);
    let groups = GROUPS.len();
    let categories = (activities / 10).max(5);
    let processors = (activities / 20).max(3);
    let rules = (activities / 20).max(3);
    let mut files = 0;
    let mut write = |path: String, text: String| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
        files += 1;
    };
    // The one notice speaks to one group; the others go without.
    write("registry.toml".into(), "language = \"en\"\n\n[lints]\nnotice-missing = \"warn\"\n".into());
    write("controllers.toml".into(), CONTROLLER.into());
    write("legal-bases.toml".into(), BASES.into());
    write("security-measures.toml".into(), MEASURES.into());
    write("notices.toml".into(), NOTICE.into());
    for (index, name) in GROUPS.iter().enumerate() {
        let singular = name.trim_end_matches('s').to_lowercase();
        let text = format!("name = \"{name}\"\nsingular = \"a {singular}\"\norder = {index}\n");
        write(format!("subject-groups/group-{index}.toml"), text);
    }
    for index in 0..categories {
        let name = format!("{} {index}", dice.pick(&DATA));
        let text = format!(
            "name = \"{name}\"\nitems = [\"your name\", \"your number {index}\", \"the date\"]\ndescription = \"{}\"\n",
            dice.sentence()
        );
        write(format!("data-categories/category-{index}.toml"), text);
    }
    for index in 0..processors {
        let (country, mechanism) = COUNTRIES[dice.below(COUNTRIES.len())];
        let mut text = format!(
            "name = \"Processor {index} Ltd\"\ncategory = \"hosting companies\"\ncountry = \"{country}\"\n\
             services = [\"storage\", \"support\"]\ncontact = \"desk{index}@processor.example\"\nsupport-from = [\"{country}\"]\n\n\
             [contract]\nreference = \"DPA-{index}\"\nsigned = 2024-05-01\nchecked = 2026-05-01\n\
             sub-processing = \"none\"\n"
        );
        if !mechanism.is_empty() {
            let _ = write!(
                text,
                "\n[transfers.home]\ncountries = [\"{country}\"]\nmechanisms = [\"{mechanism}\"]\n\
                 copy-from = \"by writing to us\"\nlisting-checked = 2026-11-01\n"
            );
            if mechanism == "scc" {
                text.push_str(
                    "module = 2\nsigned = 2024-05-01\n\n[transfers.home.assessment]\ndate = 2026-05-01\nresult = \
                     \"The clauses can be kept.\"\nreference = \"TIA\"\n",
                );
            }
        }
        write(format!("processors/processor-{index}.toml"), text);
    }
    for index in 0..rules {
        let years = 1 + dice.below(10);
        let text = format!(
            "title = \"Rule {index}\"\nperiod = \"P{years}Y\"\nfrom = \"the end of the contract\"\nthen = \"erase\"\n\
             reason = \"answer claims from the contract\"\n"
        );
        write(format!("retention/rule-{index}.toml"), text);
    }
    for index in 0..activities {
        let text = activity(&mut dice, index, groups, categories, processors, rules);
        write(format!("activities/unit-{:02}/activity-{index}.toml", index % 50), text);
    }
    files
}

fn activity(
    dice: &mut Dice,
    index: usize,
    groups: usize,
    categories: usize,
    processors: usize,
    rules: usize,
) -> String {
    // Group 5 is the one the notice speaks to; about thirty activities concern it, whatever the size.
    let group = |dice: &mut Dice| [0, 1, 2, 3, 4, 6, 7, 8, 9][dice.below(groups - 1)];
    let (one, two) = if index < 30 { (5, 5) } else { (group(dice), group(dice)) };
    let mut text = format!(
        "title = \"{} {} {index}\"\nsummary = \"{}\"\nsubject-groups = [\"group-{one}\", \"group-{two}\"]\n\
         owner = \"Unit {}\"\nstarted = 2019-03-01\nreviewed = 2026-0{}-14\nsecurity = [\"encryption\", \"access\"]\n\
         note = \"{} {}\"\n",
        dice.pick(&UNITS),
        dice.pick(&DOINGS),
        dice.sentence(),
        index % 50,
        1 + dice.below(9),
        dice.sentence(),
        dice.sentence(),
    );
    for row in 0..=dice.below(2) {
        let basis = dice.pick(&["contract", "interests", "accounts"]);
        let _ = write!(
            text,
            "\n[purposes.purpose-{row}]\ntitle = \"{}\"\nlegal-bases = [\"{basis}\"]\n",
            dice.pick(&PURPOSES)
        );
    }
    for row in 0..=dice.below(3) {
        let _ = write!(
            text,
            "\n[data.row-{row}]\ncategories = [\"category-{}\", \"category-{}\"]\nsources = [\"data-subject\"]\n\
             given-when = [\"when you sign up\"]\nrequired = \"contract\"\nif-refused = \"We cannot do it.\"\nretention = [\"rule-{}\"]\n",
            dice.below(categories),
            dice.below(categories),
            dice.below(rules),
        );
    }
    let _ = write!(
        text,
        "\n[disclosures.hosting]\nrecipients = [\"processor-{}\"]\npurpose = [\"store the data\"]\n\
         categories = [\"category-{}\"]\nonly-necessary = true\n\n[profiling]\nused = false\n\n\
         [automated-decisions]\nused = false\n\n\
         [dpia]\nneeded = false\ncriteria = []\nreason = \"{}\"\n",
        dice.below(processors),
        dice.below(categories),
        dice.sentence(),
    );
    text
}

const CONTROLLER: &str = "[us]\nname = \"Example Ltd\"\nemail = \"privacy@example.com\"\n\n\
[us.address]\nlines = [\"1 Example Street\"]\ncity = \"Dublin\"\ncountry = \"IE\"\n\n\
[us.dpo]\nappointed = false\nreason = \"We do not have to have one.\"\n\n[us.authority]\nid = \"ie\"\n\n\
[us.marketing]\nopt-out = [\"with the link in each message\"]\n";
const BASES: &str = "\
[contract]\ntitle = \"Contract\"\narticle = \"6(1)(b)\"\ncontract = \"perform our contract with you\"\n
[interests]\ntitle = \"Interests\"\narticle = \"6(1)(f)\"\ninterests = [\"find misuse of accounts\"]\n
[interests.assessment]\ndate = 2026-05-01\nnecessity = \"Nothing lighter does.\"\nresult = \"They prevail.\"\n
[accounts]\ntitle = \"Accounting\"\narticle = \"6(1)(c)\"\nobligation = \"keep accounts\"\n\
laws = [{ act = \"Companies Act 2014\", article = \"section 281\", country = \"IE\" }]\n
[consent]\ntitle = \"Consent\"\narticle = \"6(1)(a)\"\n
[consent.consent]\nto = \"do what it says\"\nasked = \"With an empty box.\"\nproof = \"In a log.\"\nwithdraw = \"in your account\"\n";
const MEASURES: &str = "\
[encryption]\ntitle = \"Encryption\"\nname = \"encryption\"\n
[access]\ntitle = \"Access control\"\nname = \"access rights\"\n";
const NOTICE: &str = "[privacy]\ntitle = \"Privacy notice\"\nsubject-groups = [\"group-5\"]\nupdated = 2026-11-01\n";
