//! From `theme.toml` to what the pages get: colours as rules, pictures as files, words as HTML.

use std::collections::{BTreeMap, BTreeSet};

use super::brand::{Asset, Brand, Emblem, Masthead};
use super::colour::Colour;
use super::emblem::{self, Picture};
use super::folder::Folder;
use super::written::{Colours, Header, Logo, Palette, Written};
use super::{contract, contrast, files};
use crate::decode::{self, Field, is_safe_link};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{self, Html};
use crate::parse;
use crate::source::Span;

/// The widest and highest logo, in CSS pixels.
const WIDEST: u32 = 600;

/// What `theme.toml` comes to.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) brand: Brand,
    /// Rules that set the colours.
    pub(super) rules: String,
    pub(super) assets: Vec<Asset>,
}

/// Reads `theme.toml`, where there is one. What is wrong goes to `found`.
pub(super) fn read(folder: &Folder, language: &str, found: &mut Vec<Diagnostic>) -> Look {
    let own_tokens = folder.own(files::TOKENS);
    let tokens = folder.text(files::TOKENS).unwrap_or_default();
    let Some(file) = folder.own(files::LOOK) else {
        found.extend(contrast::check(None, tokens, own_tokens));
        return Look::default().with_favicon(folder);
    };
    let (written, wrong) = parse::alone::<Written>(file, &folder.sources.get(file).text);
    found.extend(wrong);
    let Some(written) = written else { return Look::default() };
    found.extend(version(&written));
    let colours = written.colours.get();
    found.extend(contrast::check(colours, tokens, own_tokens));
    let mut look = Look { rules: colours.map(|one| rules(one, tokens, found)).unwrap_or_default(), ..Look::default() };
    let logo = written.logo.located().and_then(|logo| {
        let is_named = written.header.get().is_some_and(|header| header.name.get().is_some());
        emblem(logo.value, logo.span, is_named, folder, &mut look.assets, found)
    });
    look.brand.header = masthead(written.header.get(), written.header.span(), logo, found);
    if let Some(picture) = picture(&written.favicon, "favicon", &["svg", "png", "ico"], folder, found) {
        look.brand.favicon = Some(picture.name.clone());
        look.assets.push(picture);
    }
    look.brand.footer = footer(&written, language, found);
    look.with_favicon(folder)
}

impl Look {
    /// With the favicon of the default theme where there is no other: browsers ask for one anyway.
    fn with_favicon(mut self, folder: &Folder) -> Look {
        if let (None, Some(text)) = (&self.brand.favicon, folder.text(files::FAVICON)) {
            self.brand.favicon = Some(files::FAVICON.to_owned());
            self.assets.push(Asset { name: files::FAVICON.to_owned(), bytes: text.as_bytes().to_vec() });
        }
        self
    }
}

/// Refuses a theme that was made for other data.
fn version(written: &Written) -> Option<Diagnostic> {
    let asked = written.contract.located()?;
    (asked.value != contract::VERSION).then(|| {
        let message = format!("this theme is made for `{}`, and this program has `{}`", asked.value, contract::VERSION);
        Diagnostic::error("other-contract", asked.span, message)
            .label("another version of the data that templates see")
            .note("`ropa theme data` prints what templates may use, and CHANGELOG.md what changed")
            .help(format!("go through the templates, then write `contract = \"{}\"`", contract::VERSION))
    })
}

/// Colours as rules. Where a theme sets a colour for light or for dark surroundings only, the other stays
/// what the tokens say.
fn rules(colours: &Colours, tokens: &str, found: &mut Vec<Diagnostic>) -> String {
    let light = colours.light.get().map(|palette| opaque(palette, found)).unwrap_or_default();
    let dark = colours.dark.get().map(|palette| opaque(palette, found)).unwrap_or_default();
    let names: BTreeSet<&str> = light.keys().chain(dark.keys()).copied().collect();
    let of = |set: &BTreeMap<&str, &Colour>, name: &str, index: usize| {
        set.get(name)
            .map(|colour| colour.css().to_owned())
            .or_else(|| contrast::token(tokens, name, index).map(|(colour, _)| colour.css().to_owned()))
    };
    let declarations: Vec<String> = names
        .into_iter()
        .filter_map(|name| {
            let (light, dark) = (of(&light, name, 0), of(&dark, name, 1));
            // Tokens of a theme's own may lack the colour: then the one there is serves for both.
            let (light, dark) = (light.as_ref().or(dark.as_ref())?, dark.as_ref().or(light.as_ref())?);
            Some(format!("--ropa-{name}: light-dark({light}, {dark});"))
        })
        .collect();
    if declarations.is_empty() { String::new() } else { format!(":root {{ {} }}\n", declarations.join(" ")) }
}

/// The colours that are set. Those that others shine through are reported.
fn opaque<'p>(palette: &'p Palette, found: &mut Vec<Diagnostic>) -> BTreeMap<&'static str, &'p Colour> {
    let mut set = BTreeMap::new();
    for (name, field) in palette.named() {
        let Some(colour) = field.located() else { continue };
        if name != "shade" && !Colour::is_opaque(colour.value) {
            let message = format!("`{name}` lets what is below it shine through");
            found.push(
                Diagnostic::error("bad-colour", colour.span, message)
                    .note("its contrast would depend on what is below")
                    .help("write it without the part behind `/`"),
            );
        }
        set.insert(name, colour.value);
    }
    set
}

fn emblem(
    logo: &Logo,
    at: Span,
    is_named: bool,
    folder: &Folder,
    assets: &mut Vec<Asset>,
    found: &mut Vec<Diagnostic>,
) -> Option<Emblem> {
    let mut missing = Vec::new();
    missing.extend(logo.file.is_absent().then_some("file"));
    missing.extend((logo.alt.is_absent() && !is_named).then_some("alt"));
    missing.extend(logo.width.is_absent().then_some("width"));
    missing.extend(logo.height.is_absent().then_some("height"));
    if !missing.is_empty() {
        let keys = missing.join("`, `");
        found.push(
            Diagnostic::error("missing-key", at, format!("a logo needs `{keys}`"))
                .note("with width and height nothing moves while the page loads; `alt` is read to those who cannot see it, where no name stands beside it"),
        );
    }
    for (name, size) in [("width", &logo.width), ("height", &logo.height)] {
        if let Some(size) = size.located().filter(|size| !(1..=WIDEST).contains(size.value)) {
            let message = format!("`{name}` is {} CSS pixels", size.value);
            found.push(Diagnostic::error("bad-value", size.span, message).help(format!("write 1 to {WIDEST}")));
        }
    }
    let endings = ["svg", "png", "webp", "jpg", "jpeg"];
    let file = picture(&logo.file, "logo", &endings, folder, found);
    let dark = picture(&logo.dark, "logo-dark", &endings, folder, found);
    let names = (file.as_ref().map(|one| one.name.clone()), dark.as_ref().map(|one| one.name.clone()));
    assets.extend(file.into_iter().chain(dark));
    Some(Emblem {
        file: names.0?,
        dark: names.1,
        alt: logo.alt.text().unwrap_or_default().to_owned(),
        width: logo.width.copied()?,
        height: logo.height.copied()?,
    })
}

/// A picture of the theme under its name on the sites.
fn picture(
    field: &Field<String>,
    stem: &str,
    endings: &[&str],
    folder: &Folder,
    found: &mut Vec<Diagnostic>,
) -> Option<Asset> {
    let named = field.located()?;
    let Some(bytes) = folder.pictures.get(named.value.as_str()) else {
        let near = decode::did_you_mean(named.value, folder.pictures.keys().map(String::as_str));
        let missing = Diagnostic::error("missing-file", named.span, format!("the theme has no file `{}`", named.value));
        found.push(match near {
            Some(near) => missing.help(format!("did you mean `{near}`?")),
            None => missing.help("put it into the folder of the theme, and write its path from there with `/`"),
        });
        return None;
    };
    let picture = Picture { file: named.value, bytes, at: named.span, source: folder.own_picture(named.value) };
    emblem::asset(&picture, stem, endings).map_err(|wrong| found.push(*wrong)).ok()
}

fn masthead(
    header: Option<&Header>,
    at: Option<Span>,
    logo: Option<Emblem>,
    found: &mut Vec<Diagnostic>,
) -> Option<Masthead> {
    let name = header.and_then(|header| header.name.text()).map(str::to_owned);
    let home = header.and_then(|header| header.home.located());
    if let Some(home) = &home
        && !is_whole(home.value)
    {
        let message = format!("`{}` is no address that leads home from every page", home.value);
        let wrong = Diagnostic::error("unsafe-link", home.span, message);
        found.push(wrong.help("write the whole address with `https://`, or begin it with `/`"));
    }
    if let Some(at) = at.filter(|_| home.is_some() && name.is_none() && logo.is_none()) {
        found.push(
            Diagnostic::error("missing-key", at, "a header needs `name` or a `[logo]`")
                .note("`home` is where they lead; alone it shows nothing"),
        );
    }
    let home = home.map(|home| home.value.clone());
    (name.is_some() || logo.is_some()).then_some(Masthead { name, home, logo })
}

/// Whether an address means the same from every folder of a site.
fn is_whole(address: &str) -> bool {
    let from_top = address.starts_with('/') && !address.starts_with("//") && !address.contains('\\');
    let lower = address.to_ascii_lowercase();
    let elsewhere = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme));
    (from_top || elsewhere) && is_safe_link(address)
}

fn footer(written: &Written, language: &str, found: &mut Vec<Diagnostic>) -> Option<Html> {
    for row in written.footer.iter() {
        let html = markdown::prose(&row.value);
        let targets = html.as_str().split("<a href=\"").skip(1).filter_map(|part| part.split('"').next());
        for target in targets.filter(|target| !is_whole(target)) {
            let message = format!("the link `{target}` leads elsewhere from each folder");
            found.push(
                Diagnostic::error("unsafe-link", row.span, message)
                    .note("a footer stands on pages of several folders")
                    .help("write the whole address with `https://`, or begin it with `/`"),
            );
        }
    }
    let row = written.footer.get(language);
    if let Some(at) = written.footer.span().filter(|_| row.is_none() && !written.footer.is_empty()) {
        let mut missing =
            Diagnostic::error("missing-footer", at, format!("there is no footer in the language `{language}`"))
                .help(format!("write `{language} = \"...\"` below `[footer]`"));
        missing.severity = Severity::Warning;
        found.push(missing);
    }
    row.map(|row| markdown::prose(&row.value))
}
