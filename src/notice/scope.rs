//! What the notice covers, and in which role we act.

use super::composer::{Composer, told};
use crate::document::Block;
use crate::view::notice::Role;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(scope) = &composer.notice.scope {
        let sentence = |key: &str, items: &[crate::view::notice::Markdown]| {
            if items.is_empty() { String::new() } else { composer.say_one(key, "what", &composer.and(items)) }
        };
        let as_controller =
            if scope.as_controller_only { composer.strings.plain("scope-as-controller") } else { String::new() };
        let excludes = if scope.excludes.is_empty() {
            String::new()
        } else {
            composer.say_one("scope-excludes", "what", &composer.or(&scope.excludes))
        };
        let sentences = [
            sentence("scope-explains", &scope.explains),
            sentence("scope-covers", &scope.covers),
            excludes,
            as_controller,
        ];
        blocks.extend(composer.sentences(told(sentences, &scope.origins)));
    }
    blocks.extend(composer.notice.roles.iter().filter_map(|role| processor(composer, role)));
    blocks
}

fn processor(composer: &Composer<'_>, role: &Role) -> Option<Block> {
    let behalf = role.on_behalf_of.as_ref().map(|whom| composer.say_one("role-on-behalf", "whom", &whom.0));
    let controller = role.controller_is.as_ref().map(|who| composer.say_one("role-controller", "who", &who.0));
    let ask = role.ask.as_ref().map(|ask| ask.0.clone());
    let is = composer.say_one("role-processor", "data", &role.data.0);
    composer.sentences(told([Some(is), behalf, controller, ask].into_iter().flatten(), &role.origins))
}
