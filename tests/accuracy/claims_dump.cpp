// Prints the claims of articles as JSON lines, one an article, for score_claims.py.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "attribution/outlets.h"
#include "claims/article.h"
#include "claims/claims.h"
#include "core/error.h"

int main(int argc, char** argv) {
    using nlohmann::ordered_json;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        ordered_json document{{"path", argv[i]}};
        try {
            const auto article = sourcereel::claims::read_article(bytes, argv[i]);
            document["title"] = article.title;
            document["claims"] = ordered_json::array();
            for (const auto& claim : sourcereel::claims::find_claims(
                     article, sourcereel::attribution::OutletRegistry::built_in())) {
                ordered_json entity{{"kind", name_of(claim.entity.kind)}, {"value", claim.entity.value}};
                entity["platform"] =
                    claim.entity.platform ? ordered_json(*claim.entity.platform) : ordered_json();
                document["claims"].push_back({{"type", name_of(claim.type)},
                                              {"entity", entity},
                                              {"quote", claim.quote},
                                              {"begin", claim.begin},
                                              {"end", claim.end},
                                              {"hedged", claim.hedged},
                                              {"negated", claim.negated},
                                              {"referring", claim.referring}});
            }
        } catch (const sourcereel::Error& error) {
            document["error"] = error.what();
        }
        std::cout << document.dump() << '\n';
    }
}
