#include "claims/countries.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace sourcereel::claims {
namespace {

struct Entry {
    std::string_view code;
    std::string_view words;  ///< Separated by one space.
};

constexpr Entry kEntries[] = {
    {"RU", "russia russian russians moscow kremlin"},
    {"BY", "belarus belarusian minsk"},
    {"UA", "ukraine ukrainian kyiv kiev"},
    {"CN", "china chinese beijing"},
    {"TW", "taiwan taiwanese taipei"},
    {"HK", "hong-kong"},
    {"JP", "japan japanese tokyo"},
    {"IR", "iran iranian tehran"},
    {"IQ", "iraq iraqi baghdad"},
    {"SY", "syria syrian damascus"},
    {"LB", "lebanon lebanese beirut"},
    {"PS", "palestinian palestinians gaza hamas"},
    {"IL", "israel israeli jerusalem"},
    {"EG", "egypt egyptian cairo"},
    {"SA", "saudi riyadh"},
    {"AE", "emirati emirates uae dubai"},
    {"QA", "qatar qatari doha"},
    {"KW", "kuwait kuwaiti"},
    {"YE", "yemen yemeni houthi houthis sanaa"},
    {"JO", "jordan jordanian amman"},
    {"TR", "turkey turkish türkiye ankara istanbul"},
    {"AZ", "azerbaijan azerbaijani baku"},
    {"AM", "armenia armenian yerevan"},
    {"GE", "georgia georgian tbilisi"},
    {"KZ", "kazakhstan kazakh astana"},
    {"UZ", "uzbekistan uzbek"},
    {"IN", "india indian delhi mumbai"},
    {"PK", "pakistan pakistani islamabad"},
    {"BD", "bangladesh bangladeshi dhaka"},
    {"AF", "afghanistan afghan kabul taliban"},
    {"LK", "lankan colombo"},
    {"NP", "nepal nepali kathmandu"},
    {"MM", "myanmar burmese naypyidaw burma"},
    {"TH", "thailand thai bangkok"},
    {"VN", "vietnam vietnamese hanoi"},
    {"LA", "laos lao"},
    {"KH", "cambodia cambodian"},
    {"ID", "indonesia indonesian jakarta"},
    {"MY", "malaysia malaysian"},
    {"PH", "philippines philippine filipino manila"},
    {"AU", "australia australian canberra sydney"},
    {"US", "us usa american americans washington america"},
    {"CA", "canada canadian ottawa"},
    {"MX", "mexico mexican"},
    {"CU", "cuba cuban havana"},
    {"VE", "venezuela venezuelan caracas"},
    {"NI", "nicaragua nicaraguan"},
    {"BR", "brazil brazilian brasilia"},
    {"AR", "argentina argentine argentinian"},
    {"CL", "chile chilean"},
    {"CO", "colombia colombian bogota"},
    {"GB", "britain british uk london england english scottish"},
    {"IE", "ireland irish dublin"},
    {"FR", "france french paris"},
    {"DE", "germany german berlin"},
    {"AT", "austria austrian vienna"},
    {"CH", "suisse schweiz switzerland swiss geneva bern zurich"},
    {"IT", "italy italian rome"},
    {"ES", "spain spanish madrid"},
    {"PT", "portugal portuguese lisbon"},
    {"NL", "netherlands dutch"},
    {"BE", "belgium belgian brussels"},
    {"DK", "denmark danish copenhagen"},
    {"NO", "norway norwegian oslo"},
    {"SE", "sweden swedish stockholm"},
    {"FI", "finland finnish helsinki"},
    {"PL", "poland polish warsaw"},
    {"CZ", "czech prague"},
    {"HU", "hungary hungarian budapest"},
    {"RO", "romania romanian bucharest"},
    {"BG", "bulgaria bulgarian"},
    {"GR", "greece greek athens"},
    {"RS", "serbia serbian belgrade serbs"},
    {"HR", "croatia croatian zagreb"},
    {"MD", "moldova moldovan"},
    {"ET", "ethiopia ethiopian ababa"},
    {"ER", "eritrea eritrean"},
    {"KE", "kenya kenyan nairobi"},
    {"ML", "mali malian bamako"},
    {"NE", "niger nigerien niamey"},
    {"NG", "nigeria nigerian"},
    {"SN", "senegal sénégal senegalese dakar"},
    {"SD", "sudan sudanese khartoum"},
    {"DZ", "algeria algerian algiers"},
    {"MA", "morocco moroccan"},
    {"TN", "tunisia tunisian"},
    {"LY", "libya libyan"},
    {"ZA", "african johannesburg pretoria"},
    {"ZW", "zimbabwe zimbabwean"},
    {"RW", "rwanda rwandan"},
    {"MN", "mongolia mongolian"},
    {"TM", "turkmenistan turkmen"},
    {"TJ", "tajikistan tajik"},
    {"KG", "kyrgyzstan kyrgyz"},
    {"AL", "albania albanian tirana"},
    {"AO", "angola angolan luanda"},
    {"BA", "bosnia bosnian sarajevo"},
    {"BF", "burkinabe burkinabè ouagadougou"},
    {"BH", "bahrain bahraini manama"},
    {"BI", "burundi burundian"},
    {"BJ", "benin beninese"},
    {"BO", "bolivia bolivian"},
    {"BW", "botswana"},
    {"CD", "congolese kinshasa drc"},
    {"CM", "cameroon cameroonian"},
    {"CY", "cyprus cypriot nicosia"},
    {"DJ", "djibouti djiboutian"},
    {"DO", "dominican"},
    {"EC", "ecuador ecuadorian ecuadorean quito"},
    {"EE", "estonia estonian tallinn"},
    {"GA", "gabon gabonese libreville"},
    {"GH", "ghana ghanaian accra"},
    {"GM", "gambia gambian"},
    {"GN", "guinean conakry"},
    {"GT", "guatemala guatemalan"},
    {"HN", "honduras honduran"},
    {"HT", "haiti haitian"},
    {"IS", "iceland icelandic reykjavik"},
    {"JM", "jamaica jamaican"},
    {"CI", "ivorian abidjan"},
    {"LR", "liberia liberian"},
    {"LT", "lithuania lithuanian vilnius"},
    {"LU", "luxembourg"},
    {"LV", "latvia latvian riga"},
    {"MG", "madagascar malagasy"},
    {"ME", "montenegro montenegrin"},
    {"MK", "macedonia macedonian skopje"},
    {"MR", "mauritania mauritanian"},
    {"MT", "malta maltese"},
    {"MU", "mauritius mauritian"},
    {"MV", "maldives maldivian"},
    {"MW", "malawi malawian"},
    {"MZ", "mozambique mozambican maputo"},
    {"NA", "namibia namibian"},
    {"OM", "oman omani muscat"},
    {"PA", "panama panamanian"},
    {"PE", "peru peruvian lima"},
    {"PY", "paraguay paraguayan"},
    {"SG", "singapore singaporean"},
    {"SI", "slovenia slovenian slovene ljubljana"},
    {"SK", "slovakia slovak bratislava"},
    {"SL", "leonean freetown"},
    {"SO", "somalia somali mogadishu"},
    {"SS", "juba"},
    {"SV", "salvadoran salvador"},
    {"TD", "chadian"},
    {"TG", "togo togolese"},
    {"TZ", "tanzania tanzanian"},
    {"UG", "uganda ugandan kampala"},
    {"UY", "uruguay uruguayan"},
    {"XK", "kosovo kosovan pristina"},
    {"ZM", "zambia zambian lusaka"},
};

std::unordered_map<std::string_view, std::string_view> build() {
    std::unordered_map<std::string_view, std::string_view> words;
    for (const Entry& entry : kEntries)
        for (std::size_t begin = 0; begin < entry.words.size();) {
            std::size_t end = entry.words.find(' ', begin);
            if (end == std::string_view::npos) end = entry.words.size();
            words[entry.words.substr(begin, end - begin)] = entry.code;
            begin = end + 1;
        }
    return words;
}

/// Cities above reports. Within a text many of them are names of pages and people, so they count there only.
constexpr Entry kDatelines[] = {
    {"PE", "cusco"},
    {"EC", "guayaquil"},
    {"CO", "bogotá medellín medellin cali barranquilla"},
    {"CL", "santiago valparaíso valparaiso"},
    {"AR", "buenos rosario córdoba"},
    {"BR", "rio são sao brasília recife"},
    {"NG", "lagos abuja"},
    {"UG", "kampala"},
    {"RW", "kigali"},
    {"ZM", "lusaka"},
    {"ZW", "harare"},
    {"MZ", "maputo"},
    {"SO", "mogadishu"},
    {"TN", "tunis"},
    {"LY", "tripoli benghazi"},
    {"MA", "rabat casablanca"},
    {"ZA", "cape durban"},
    {"BG", "sofia varna"},
    {"SI", "ljubljana"},
    {"SK", "bratislava"},
    {"MD", "chisinau"},
    {"UA", "kharkiv lviv odesa dnipro"},
    {"RU", "petersburg rostov"},
    {"IT", "milan naples turin venice palermo"},
    {"ES", "barcelona seville valencia oviedo"},
    {"PT", "porto"},
    {"FR", "lyon marseille toulouse"},
    {"DE", "munich hamburg cologne frankfurt leipzig"},
    {"NL", "amsterdam rotterdam"},
    {"BE", "antwerp"},
    {"PL", "krakow gdansk"},
    {"CZ", "brno"},
    {"CH", "basel lausanne"},
    {"PK", "karachi lahore"},
    {"IN", "kolkata chennai bengaluru"},
    {"MY", "kuala"},
    {"MM", "yangon"},
    {"KH", "phnom"},
    {"KR", "busan incheon"},
    {"JP", "osaka kyoto kanazawa"},
    {"CN", "shanghai guangzhou shenzhen"},
    {"TW", "kaohsiung"},
    {"AU", "melbourne perth brisbane adelaide cairns darwin"},
    {"CA", "toronto montreal vancouver"},
    {"US", "chicago houston miami atlanta boston seattle los denver dallas"},
    {"GB", "glasgow edinburgh cardiff manchester leeds belfast birmingham"},
};

}  // namespace

std::string_view country_named(std::string_view word, std::string_view before) {
    static const auto words = build();
    if (word == "korea" || word == "korean" || word == "koreans") {
        if (before == "north") return "KP";
        if (before == "south") return "KR";
        return {};
    }
    if (word == "pyongyang" || word == "dprk") return "KP";
    if (word == "seoul") return "KR";
    if (word == "states") return before == "united" ? "US" : "";
    if (word == "kingdom") return before == "united" ? "GB" : "";
    if (word == "faso") return before == "burkina" ? "BF" : "";
    if (word == "rica" || word == "rican") return before == "costa" ? "CR" : "";
    if (word == "lanka") return before == "sri" ? "LK" : "";
    if (word == "leone") return before == "sierra" ? "SL" : "";
    if (word == "arabia") return before == "saudi" ? "SA" : "";
    if ((word == "sudan" || word == "sudanese") && before == "south") return "SS";
    if (word == "salvador" && before != "el") return {};
    if (word == "zealand") return before == "new" ? "NZ" : "";
    if ((word == "african") && before != "south") return {};
    const auto found = words.find(word);
    return found == words.end() ? std::string_view() : found->second;
}

std::string_view country_of_dateline(std::string_view folded) {
    for (const Entry& entry : kDatelines)
        for (std::size_t begin = 0; begin < entry.words.size();) {
            const std::size_t end = std::min(entry.words.find(' ', begin), entry.words.size());
            if (entry.words.substr(begin, end - begin) == folded) return entry.code;
            begin = end + 1;
        }
    return {};
}

}  // namespace sourcereel::claims
