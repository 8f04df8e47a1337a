// What a run says and does not say, and what it refuses to do.
#include "broken_receiver.hpp"

#include "stslint/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <numeric>
#if __has_include(<pugixml.hpp>)
#include <pugixml.hpp>
#endif

namespace stslint {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string read(const std::filesystem::path &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Fuzz, CountsEveryRequestOnce) {
  for (const char *bug : {"busy", "overflow"}) {
    test::BrokenReceiver receiver(bug);
    FuzzOptions options = receiver.options();
    options.time = "10s"; // the busy one would take minutes
    const auto report = test::fuzz(options).report["receivers"][0];
    std::size_t answers = report["throttled"].get<std::size_t>() + report["lost"].get<std::size_t>(), payloads = 0;
    for (const auto &count : report["answers"])
      answers += count.get<std::size_t>();
    EXPECT_EQ(answers, report["requests"].get<std::size_t>());
    for (const auto &row : report["rows"])
      for (const auto &count : row)
        payloads += count.get<std::size_t>();
    EXPECT_EQ(payloads, report["payloads"].get<std::size_t>());
  }
}

/// Those on their way count, too.
TEST(Fuzz, SendsNoMorePayloadsThanAllowed) {
  test::BrokenReceiver receiver("busy");
  for (const std::size_t requests : {20u, 50u, 99u}) {
    FuzzOptions options = receiver.options();
    options.requests = requests;
    EXPECT_LE(test::fuzz(options).report["receivers"][0]["requests"], requests);
  }
}

TEST(Fuzz, NeitherPrintsNorWritesTheKey) {
  test::BrokenReceiver receiver("prefix");
  FuzzOptions options = receiver.options();
  const auto file = [&](const char *name) { return (receiver.folder() / name).string(); };
  options.headers = {"X-Token: VERYSECRET"};
  options.formats = {"text", "json=" + file("r.json"), "html=" + file("r.html"), "junit=" + file("r.xml")};
  std::string all = test::fuzz(options).out;
  for (const auto &entry : std::filesystem::recursive_directory_iterator(receiver.folder()))
    if (entry.is_regular_file())
      all += read(entry.path());
  EXPECT_THAT(all, Not(HasSubstr("SECRET")));
  EXPECT_THAT(all, HasSubstr("\"$STACKSTATE_RECEIVER_API_KEY\""));
}

TEST(Fuzz, WritesJunitThatIsXml) {
#if __has_include(<pugixml.hpp>)
  test::BrokenReceiver receiver("prefix");
  FuzzOptions options = receiver.options();
  const std::string file = (receiver.folder() / "r.xml").string();
  options.formats = {"junit=" + file};
  test::fuzz(options);
  EXPECT_TRUE(pugi::xml_document().load_file(file.c_str()));
#else
  GTEST_SKIP() << "pugixml is missing: apt-get install libpugixml-dev";
#endif
}

TEST(Fuzz, ShowsAgainWhatItFound) {
  test::BrokenReceiver receiver("garbage");
  FuzzOptions options = receiver.options();
  const auto found = test::fuzz(options).report["receivers"][0]["findings"][0];
  options.replay = {found["payloads"][0]["file"].get<std::string>()};
  const test::Run again = test::fuzz(options);
  EXPECT_EQ(again.code, findings);
  EXPECT_THAT(again.out, HasSubstr("answer: garbage"));
  const std::string command = found["curl"].get<std::string>() + " 2>&1; test $? -ne 0";
  EXPECT_EQ(std::system(("{ " + command + "; } > /dev/null").c_str()), 0) << command;
}

/// One finding is mended, the other is not; a receiver without the mistake has mended both.
TEST(Fuzz, SaysOfEachFindingWhetherItIsFixed) {
  test::BrokenReceiver receiver("prefix"), mended("none");
  FuzzOptions options = receiver.options();
  options.replay = {(receiver.folder() / "cases").string()};
  EXPECT_THROW(test::fuzz(options), Error); // there is no folder
  std::filesystem::create_directory(options.replay[0]);
  EXPECT_THROW(test::fuzz(options), Error); // it is empty
  std::ofstream(options.replay[0] + "/refused.json") << "{";
  std::ofstream(options.replay[0] + "/two.1.json") << "[]";
  std::ofstream(options.replay[0] + "/two.2.json") << R"({"internalHostname":"","events":{"tags":[]}})";
  std::ofstream(options.replay[0] + "/notes.txt") << "no payload";
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, findings);
  EXPECT_EQ(run.out, "FIXED   refused\nFAILED  two\n1 finding of 2 failed\n");
  options.urls = {mended.url()};
  EXPECT_EQ(test::fuzz(options).code, clean);
  options.urls = {"http://127.0.0.1:1/x"};
  EXPECT_EQ(test::fuzz(options).code, unreadable);
}

TEST(Fuzz, FailsByNothingThatTheBaselineKnows) {
  test::BrokenReceiver receiver("prefix");
  FuzzOptions options = receiver.options();
  options.catalogue = true;
  options.baseline = (receiver.folder() / "known.json").string();
  EXPECT_THROW(test::fuzz(options), Error);
  options.write_baseline = true;
  EXPECT_EQ(test::fuzz(options).code, clean);
  options.write_baseline = false;
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, clean);
  EXPECT_EQ(run.report["receivers"][0]["findings"][0]["known"], true);
}

TEST(Fuzz, SetsReceiversSideBySide) {
  test::BrokenReceiver one("none"), other("prefix");
  FuzzOptions options = one.options();
  options.catalogue = true;
  options.urls.push_back(other.url());
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, findings);
  ASSERT_FALSE(run.report["differences"].empty());
  for (const auto &different : run.report["differences"])
    EXPECT_EQ(different["answers"], nlohmann::json({"refused", "accepted"}));
}

TEST(Fuzz, SendsYourOwnPayloadsFirst) {
  test::BrokenReceiver receiver("error-500");
  FuzzOptions options = receiver.options();
  options.payloads = {receiver.file(R"({"internalHostname": "a", "x": {"category": "Alerts"}})")};
  options.requests = 40;
  const auto report = test::fuzz(options).report["receivers"][0];
  EXPECT_EQ(report["findings"][0]["row"], "payloads");
  EXPECT_LE(report["requests"], 40);
}

/// Whatever a payload says is text on the page, and the page is there without anything else.
TEST(Fuzz, ShowsItsPageInABrowser) {
  test::BrokenReceiver receiver("error-500");
  FuzzOptions options = receiver.options();
  const std::string page = (receiver.folder() / "page.html").string();
  options.formats = {"html=" + page};
  options.catalogue = true;
  options.payloads = {receiver.file(R"({"category": "Alerts", "x": "</pre><script>document.title='taken'</script>"})")};
  options.requests = 6; // it ends before it is shrunk
  EXPECT_EQ(test::fuzz(options).code, findings);
  EXPECT_THAT(read(page), HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(read(page), Not(HasSubstr("<script")));
  if (std::system("command -v chromium > /dev/null 2>&1") != 0)
    GTEST_SKIP() << "there is no chromium to look with: apt-get install chromium";
  const std::string seen = (receiver.folder() / "seen.html").string();
  const std::string look = "chromium --headless --no-sandbox --disable-gpu --user-data-dir='" +
                           receiver.folder().string() + "' --dump-dom 'file://" + page + "' > '" + seen +
                           "' 2> /dev/null";
  ASSERT_EQ(std::system(look.c_str()), 0);
  EXPECT_THAT(read(seen), HasSubstr("<title>stslint fuzz</title>"));
  EXPECT_THAT(read(seen), HasSubstr("<summary><b>crash</b> (not confirmed): answers 500</summary>"));
  EXPECT_THAT(read(seen), HasSubstr("</svg>"));
  // A phone: a frame of 380 pixels around the page, whose script says whether the page is wider.
  const std::string frame = (receiver.folder() / "frame.html").string();
  std::ofstream(frame)
      << "<iframe id=f width=380 height=600 style='border:0' src='page.html'></iframe><script>onload = "
         "() => { const page = f.contentDocument.documentElement; document.title = page.scrollWidth + "
         "' of ' + page.clientWidth; }</script>";
  const std::string measure = "chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files "
                              "--hide-scrollbars --user-data-dir='" +
                              receiver.folder().string() + "' --dump-dom 'file://" + frame + "' > '" + seen +
                              "' 2> /dev/null";
  ASSERT_EQ(std::system(measure.c_str()), 0);
  EXPECT_THAT(read(seen), HasSubstr("<title>380 of 380</title>"));
}

TEST(Fuzz, SendsToNoOtherMachineUnlessTold) {
  FuzzOptions options;
  for (const char *url : {"http://192.0.2.1/x", "http://[2001:db8::1]/x", "http://0.0.0.0/x", "ftp://127.0.0.1/x",
                          "http://127.0.0.1:1/x http://192.0.2.1/"}) {
    options.urls = {url};
    EXPECT_THROW(test::fuzz(options), Error) << url;
  }
}

TEST(Fuzz, SendsNothingInADryRun) {
  test::BrokenReceiver receiver("takes-all");
  FuzzOptions options = receiver.options();
  options.dry_run = true;
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, clean);
  EXPECT_THAT(run.out, HasSubstr("no request was sent"));
}

TEST(Fuzz, SaysWhyAReceiverIsOfNoUse) {
  FuzzOptions options;
  options.urls = {"http://127.0.0.1:1/stsAgent/intake"};
  options.time = "8s"; // the payloads are made in it, too
  const test::Run run = test::fuzz(options);
  EXPECT_EQ(run.code, unreadable);
  EXPECT_THAT(run.report["receivers"][0]["unusable"].get<std::string>(),
              HasSubstr("no receiver listens at this address"));
}

} // namespace
} // namespace stslint
