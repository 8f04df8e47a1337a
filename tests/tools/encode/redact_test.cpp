#include "encode/base64.hpp"
#include "encode/redact.hpp"
#include "encode/xml.hpp"
#include "stslint/text.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <sstream>

namespace stslint {
namespace {

const std::string odd_key = "S3cr&t \"k\\ey'<é\U0001F600>%41+x\n/$end";

std::string percent(std::string_view text) {
  std::string out;
  for (const char c : text) {
    char escape[4];
    std::snprintf(escape, sizeof escape, "%%%02x", static_cast<unsigned char>(c));
    out += escape;
  }
  return out;
}

std::string twice(const std::string &escaped) {
  std::string out;
  for (const char c : escaped)
    out += c == '%' ? "%25" : std::string(1, c);
  return out;
}

std::string as_ascii_json() { return R"(S3cr\u0026t \"k\\ey\u0027<\u00e9\ud83d\ude00>%41+x\n\/$end)"; }

TEST(Redactor, KnowsEachSpelling) {
  Redactor secrets;
  secrets.add(odd_key);
  const std::string json = json_string(odd_key), shell = R"(S3cr&t "k\ey'\''<é😀>%41+x)"
                                                         "\n/$end";
  for (const std::string &spelled :
       {odd_key, percent(odd_key), twice(percent(odd_key)), json, json_string(json), json_string(json_string(json)),
        as_ascii_json(), xml_escaped(odd_key), xml_escaped(json), printable(odd_key), shell,
        percent(odd_key.substr(0, 4)) + odd_key.substr(4), base64(odd_key), base64(odd_key + ':'),
        base64(':' + odd_key)}) {
    const std::string clean = secrets("<" + spelled + ">");
    EXPECT_NE(clean.find("***"), std::string::npos) << spelled;
    for (const char *part : {"S3cr", "end", "ey", "53"})
      EXPECT_EQ(clean.find(part), std::string::npos) << part << " in " << clean << " of " << spelled;
  }
}

TEST(Redactor, KnowsWhatAHeaderAndAnArgumentHold) {
  Redactor secrets;
  secrets.add_header("Authorization: Basic " + base64("operator:correct horse"));
  secrets.add_header("X-Tenant: tenant-number-7");
  secrets.add_arguments(
      {"--url", "https://deploying:battery%20staple@example.com/stsAgent/intake?a=b&api_key=abcdefgh%21"});
  EXPECT_EQ(secrets("operator:correct horse, correct horse, " + base64("operator:correct horse") + ", tenant-number-7"),
            "***, ***, ***, ***");
  EXPECT_EQ(secrets("battery staple deploying abcdefgh! abcdefgh%21"), "*** *** *** ***");
  EXPECT_EQ(secrets("https://example.com/stsAgent/intake"), "https://example.com/stsAgent/intake");
}

TEST(Redactor, LeavesTheWordsThatAShortKeyIsAPartOf) {
  Redactor secrets;
  secrets.add("k");
  secrets.add("event");
  EXPECT_EQ(secrets(R"(keys, {"event": 1}, ?api_key=k&x, ?api_key=event, "api_key": "k")"),
            R"(keys, {"event": 1}, ?api_key=***&x, ?api_key=***, "api_key": "***")");
  EXPECT_EQ(secrets.of_answer("no key event, k, but events"), "no key ***, k, but events");
}

TEST(Redactor, KnowsPartOfASecretAtTheEndOfAnAnswerAlone) {
  Redactor secrets;
  secrets.add("verysecretkey");
  EXPECT_EQ(secrets.of_answer("your key is verysec"), "your key is ***");
  EXPECT_EQ(secrets("your key is verysec"), "your key is verysec");
  EXPECT_EQ(secrets.of_answer("this is ve"), "this is ve");
}

TEST(Redactor, KnowsASecretWithinBase64) {
  Redactor secrets;
  const std::string key = "very?secret>key~7";
  secrets.add(key);
  for (const char *before : {"", "a", "ab", "abc", "me:"})
    for (const char *behind : {"", "!", "!!", "!!!"}) {
      const std::string text = base64(before + key + behind), clean = secrets(text);
      EXPECT_NE(clean.find("***"), std::string::npos) << text;
      EXPECT_LE(clean.size(), 14u) << clean << " of " << text; // a character on each side, at most, is of the key
    }
  EXPECT_EQ(secrets("dmVyeT9zZWNyZXQ-a2V5fjc"), "***");
  EXPECT_EQ(secrets(base64("very!secret!key")), base64("very!secret!key"));
}

TEST(Redactor, KnowsPartOfASecretBesideTheMarkOfACut) {
  Redactor secrets;
  secrets.add("verysecretkey");
  EXPECT_EQ(secrets("a verysec… b"), "a ***… b");
  EXPECT_EQ(secrets("a …secretkey b"), "a …*** b");
  EXPECT_EQ(secrets("a …rysecretk… b"), "a …***… b");
  EXPECT_EQ(secrets(R"(a …0076erysecre\u0074key b)"), "a …0076*** b");
  EXPECT_EQ(secrets("a …rysecretkx… very b … very… ver…"), "a …rysecretkx… very b … ***… ver…");
}

TEST(Redactor, KnowsASecretInAPointer) {
  Redactor secrets;
  secrets.add("very/se~cret/key");
  EXPECT_EQ(secrets("/events/very~1se~0cret~1key/0 /very~1se~1cret~1key"), "/events/***/0 /very~1se~1cret~1key");
}

TEST(Redactor, KnowsTheLoginOfAUrlThatIsNotEscaped) {
  for (const char *url : {"https://me:pa/ss?w#ord@h/x", "https://me:pa%2Fss%3Fw%23ord@h/x"}) {
    Redactor secrets;
    secrets.add_arguments({url});
    EXPECT_EQ(secrets("with pa/ss?w#ord and pa%2fss%3Fw%23ord"), "with *** and ***") << url;
  }
  Redactor none;
  none.add_arguments(
      {"https://example.com:8080/path?mail=me@example.com", "https://[::1]/a@b", "--mail=me@example.com"});
  EXPECT_TRUE(none.empty());
}

TEST(Redactor, ReadsASecretWhereverWritesAreCut) {
  Redactor secrets;
  secrets.add(odd_key);
  for (const std::size_t size : {1u, 7u, 70'000u}) {
    std::ostringstream out;
    {
      RedactingBuffer buffer(*out.rdbuf(), secrets);
      std::ostream shown(&buffer);
      std::string text;
      for (int i = 0; i < 10'000; ++i)
        text += std::to_string(i) + odd_key;
      for (std::size_t at = 0; at < text.size(); at += size)
        shown << text.substr(at, size);
    }
    EXPECT_EQ(out.str().find("S3cr"), std::string::npos);
    EXPECT_NE(out.str().find("9998***9999***"), std::string::npos);
  }
}

TEST(Redactor, PassesOnALineWhenItEndsAndOtherTextWhenItIsFlushed) {
  Redactor secrets;
  secrets.add("verysecretkey");
  std::ostringstream out;
  RedactingBuffer buffer(*out.rdbuf(), secrets, true);
  std::ostream shown(&buffer);
  shown << "listening on "
        << "http://h/?api_key=very"
        << "secretkey";
  EXPECT_EQ(out.str(), "");
  shown << '\n';
  EXPECT_EQ(out.str(), "listening on http://h/?api_key=***\n");
  shown << "50 %" << std::flush;
  EXPECT_EQ(out.str(), "listening on http://h/?api_key=***\n50 %");
}

TEST(Redactor, TakesNoLongerForATextThatNearlyRepeatsTheSecret) {
  Redactor secrets;
  secrets.add(std::string(64, 'a') + 'b');
  const std::string text(20'000, 'a'), escapes(20'000, '%'), slashes(20'000, '\\');
  std::string cuts;
  for (int i = 0; i < 500; ++i)
    cuts += "…%";
  EXPECT_EQ(secrets(cuts), cuts);
  EXPECT_EQ(secrets(text), text);
  EXPECT_EQ(secrets(escapes), escapes);
  EXPECT_EQ(secrets(slashes), slashes);
}

} // namespace
} // namespace stslint
