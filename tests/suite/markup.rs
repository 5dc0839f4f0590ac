//! A page as a browser's parser sees it: its elements, and what is wrong with it.
//!
//! html5ever builds a tree through a sink. This one keeps no tree, only the elements in the order
//! of the text; that is enough to ask for ids and links.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_document};

/// The elements of a page and its errors.
#[derive(Debug)]
pub struct Page {
    pub elements: Vec<Rc<Element>>,
    pub errors: Vec<String>,
}

#[derive(Debug)]
pub struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

impl Page {
    pub fn parse(html: &str) -> Page {
        parse_document(Sink::default(), ParseOpts::default()).one(html)
    }

    /// Elements of a name.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().map(Rc::as_ref).filter(move |element| &*element.name.local == name)
    }

    /// Every value of an attribute, on any element.
    pub fn values(&self, attribute: &str) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(move |element| element.attribute(attribute))
    }
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }
}

#[derive(Default)]
struct Sink {
    elements: RefCell<Vec<Rc<Element>>>,
    errors: RefCell<Vec<String>>,
}

/// What is not an element is kept as one without a name.
fn nameless() -> Rc<Element> {
    Rc::new(Element { name: QualName::new(None, ns!(), local_name!("")), attributes: Vec::new() })
}

impl TreeSink for Sink {
    type Handle = Rc<Element>;
    type Output = Page;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Page {
        Page { elements: self.elements.into_inner(), errors: self.errors.into_inner() }
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.errors.borrow_mut().push(message.into_owned());
    }

    fn get_document(&self) -> Rc<Element> {
        nameless()
    }

    fn elem_name<'a>(&'a self, target: &'a Rc<Element>) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Rc<Element> {
        if flags.had_duplicate_attributes {
            self.parse_error(format!("<{}> has an attribute twice", name.local).into());
        }
        let element = Rc::new(Element { name, attributes });
        self.elements.borrow_mut().push(Rc::clone(&element));
        element
    }

    fn create_comment(&self, _: StrTendril) -> Rc<Element> {
        nameless()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Rc<Element> {
        nameless()
    }

    fn get_template_contents(&self, target: &Rc<Element>) -> Rc<Element> {
        Rc::clone(target)
    }

    fn same_node(&self, one: &Rc<Element>, other: &Rc<Element>) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        if mode != QuirksMode::NoQuirks {
            self.parse_error("the page is in quirks mode".into());
        }
    }

    fn append(&self, _: &Rc<Element>, _: NodeOrText<Rc<Element>>) {}
    fn append_based_on_parent_node(&self, _: &Rc<Element>, _: &Rc<Element>, _: NodeOrText<Rc<Element>>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn append_before_sibling(&self, _: &Rc<Element>, _: NodeOrText<Rc<Element>>) {}
    fn add_attrs_if_missing(&self, _: &Rc<Element>, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Rc<Element>) {}
    fn reparent_children(&self, _: &Rc<Element>, _: &Rc<Element>) {}
}

#[test]
fn the_parser_sees_what_is_wrong() {
    let sound = Page::parse("<!doctype html><title>t</title><p id=a>one<p id=b>two");
    assert_eq!((sound.errors.as_slice(), sound.values("id").collect::<Vec<_>>()), (&[][..], vec!["a", "b"]));
    for broken in
        ["<p>no doctype", "<!doctype html><p></div>", "<!doctype html><p id=a id=b>", "<!doctype html><b><p></b>"]
    {
        assert_ne!(Page::parse(broken).errors, Vec::<String>::new(), "{broken}");
    }
}
