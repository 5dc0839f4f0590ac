//! What the notice covers, and in which role we act.

use super::composer::{Composer, told};
use crate::document::Block;
use crate::record::notice::OtherNoticeEffect;
use crate::strings::Gap;
use crate::view::notice::{OtherNotice, Role};

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(scope) = &composer.notice.scope {
        // The first sentence names the notice; "it" needs that before it.
        let opened = !scope.explains.is_empty();
        let limited = opened || !scope.covers.is_empty();
        let it = |named: bool| Gap::from(if named { "yes" } else { "no" });
        let mut sentences = Vec::new();
        if opened {
            sentences.push(composer.say_one("scope-explains", "what", &composer.and(&scope.explains)));
        }
        if !scope.covers.is_empty() {
            sentences.push(composer.say_one("scope-covers", "what", &composer.and(&scope.covers)));
        }
        if !scope.excludes.is_empty() {
            let what = composer.or(&scope.excludes);
            sentences.push(composer.say("scope-excludes", &[("what", (&what).into()), ("named", it(limited))]));
        }
        if scope.as_controller_only {
            let named = limited || !scope.excludes.is_empty();
            sentences.push(composer.say("scope-as-controller", &[("named", it(named))]));
        }
        sentences.extend(scope.if_you_disagree.as_ref().map(|text| text.0.clone()));
        blocks.extend(composer.sentences(told(sentences, &scope.origins)));
        blocks.extend(scope.other_notices.iter().filter_map(|other| beside(composer, other)));
    }
    blocks.extend(composer.notice.roles.iter().filter_map(|role| processor(composer, role)));
    blocks
}

/// Another notice that readers may meet.
fn beside(composer: &Composer<'_>, other: &OtherNotice) -> Option<Block> {
    let key = match (other.effect, other.when.is_some()) {
        (OtherNoticeEffect::AppliesBesides, true) => "other-notice-besides-if",
        (OtherNoticeEffect::AppliesBesides, false) => "other-notice-besides",
        (OtherNoticeEffect::Prevails, true) => "other-notice-prevails-if",
        (OtherNoticeEffect::Prevails, false) => "other-notice-prevails",
    };
    let case = other.when.as_ref().map_or("", |when| when.0.as_str());
    let holds = composer.say(key, &[("name", (&other.name.0).into()), ("case", case.into())]);
    let because = other.because.as_ref().map(|why| composer.say_one("other-notice-because", "why", &why.0));
    let ask = other.ask.as_ref().map(|ask| ask.0.clone());
    // A sentence that begins with the name of the notice begins with a capital letter.
    let holds = composer.capital(&holds);
    composer.sentences(told([Some(holds), because, ask].into_iter().flatten(), &other.origins))
}

fn processor(composer: &Composer<'_>, role: &Role) -> Option<Block> {
    let behalf = role.on_behalf_of.as_ref().map(|whom| composer.say_one("role-on-behalf", "whom", &whom.0));
    let controller = role.controller_is.as_ref().map(|who| composer.say_one("role-controller", "who", &who.0));
    let ask = role.ask.as_ref().map(|ask| ask.0.clone());
    let is = composer.say_one("role-processor", "data", &role.data.0);
    composer.sentences(told([Some(is), behalf, controller, ask].into_iter().flatten(), &role.origins))
}
