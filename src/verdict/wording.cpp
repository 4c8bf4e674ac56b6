#include "verdict/wording.h"

#include "verdict/entity_names.h"

namespace sourcereel::verdict {
namespace {

std::string listed(const std::vector<std::string>& gaps) {
    std::string text;
    for (const std::string& gap : gaps) text += (text.empty() ? "" : "; ") + gap;
    return text;
}

std::string sentence(const Judgement& judgement, const std::string& name, const Coverage& coverage,
                     const std::vector<std::string>& gaps) {
    const std::string pictures = std::to_string(coverage.frames_examined) + " pictures";
    switch (judgement.rule) {
        case Rule::out_of_scope:
            return "Neither pictures nor metadata show who filmed or obtained a video; this is not judged.";
        case Rule::one_certain:
            return "Metadata of the post name " + name + " as the account that posted this file.";
        case Rule::two_strong:
            return "At least two independent strong signs name " + name + ", and none names another.";
        case Rule::one_strong:
            return "One strong sign names " + name + ". It corroborates the claim and does not prove it.";
        case Rule::several_weak:
            return "Weak signs of different kinds name " + name +
                   ". They corroborate the claim and do not prove it.";
        case Rule::another_account:
            return "Metadata of the post name another account than " + name +
                   " as the one that posted this file.";
        case Rule::lookalike_account:
            return "Metadata of the post name an account that only looks like " + name +
                   ": it is written in other letters.";
        case Rule::both_ways:
            return "Some strong signs name " + name +
                   " and others name somebody else. All are shown; none is preferred.";
        case Rule::nothing_seen:
            return "No visible mark of " + name + " was found in " + pictures +
                   ". That says nothing about where the video comes from.";
        case Rule::not_enough_seen:
            return "No mark of " + name +
                   " was found, but too little was looked at to say so: " + listed(gaps) + ".";
        case Rule::only_weak:
            return "Only weak signs concern " + name + ". They decide nothing.";
        case Rule::not_for_pictures:
            return "Pictures cannot settle whether it was " + name + ", and no metadata speak of it.";
        case Rule::negation_unsettled:
            return "The article says that it was not " + name +
                   ". Nothing that was found or not found settles that.";
    }
    return {};
}

}  // namespace

std::string explain(const Judgement& judgement, const Claim& claim, const Coverage& coverage,
                    const std::vector<std::string>& gaps, const attribution::OutletRegistry& outlets) {
    std::string text = sentence(judgement, shown_name(claim.entity, outlets), coverage, gaps);
    if (judgement.turned && judgement.rule != Rule::negation_unsettled)
        text += " The article says that this is not so; the verdict is turned round.";
    return text;
}

}  // namespace sourcereel::verdict
