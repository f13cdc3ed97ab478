package jp.nenkin.notice.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceNoticePdfTest {
    private static final long LARGEST = 999_999_999_999L;
    private static final AccountFigures OF_LARGEST =
            new AccountFigures(Plan.FIRST, 0, LARGEST, LARGEST, LARGEST, LARGEST, LARGEST, null);

    private final BalanceNoticePdf pdf = new BalanceNoticePdf(Given.FUND);

    @Test
    void the_head_says_who_writes_to_whom_and_of_what_day() {
        assertThat(text(Given.example()))
                .containsSubsequence(
                        "見本企業年金基金",
                        "発行日　2025年5月26日",
                        "仮想個人勘定残高通知書",
                        "2025年（令和7年）3月31日現在",
                        "2024年度（2024.4～2025.3）",
                        "加入者番号　0000001234",
                        "年金　花子　様",
                        "仮想個人勘定残高の合計",
                        "208,185円");
    }

    @Test
    void every_figure_of_the_example_stands_in_its_row() {
        assertThat(rows(Given.example()))
                .contains(
                        "第1年金|100,000|39,600|4,494|144,094|300,000",
                        "第2年金|50,000|12,000|2,091|64,091|1,000",
                        "④の合計||||208,185|",
                        "期間|2021.4～2022.3|2022.4～2023.3|2023.4～2024.3|2024.4～2025.3|2025.4～2026.3",
                        "利息付与率|2.3%|5.0%|0.0%|3.7%|4.4%");
    }

    @Test
    void the_interest_of_the_example_is_worked_through() {
        assertThat(rows(Given.example()))
                .containsSubsequence(
                        "第1利息|① 100,000円 × 3.7% × 12 ÷ 12|3,700",
                        "第2利息|毎月の持分 3,300円 × 3.7% × 78 ÷ 12|793.65",
                        "合計|第1利息 3,700円 ＋ 第2利息 793.65円|4,493.65",
                        "③|1円未満を切り上げ|4,494",
                        "第1利息|① 50,000円 × 3.7% × 12 ÷ 12|1,850",
                        "第2利息|毎月の持分 1,000円 × 3.7% × 78 ÷ 12|240.5",
                        "合計|第1利息 1,850円 ＋ 第2利息 240.5円|2,090.5",
                        "③|1円未満を切り上げ|2,091");
    }

    @Test
    void twelve_contributions_are_compared_with_what_was_credited() {
        assertThat(text(Given.example()))
                .contains("300,000円 × 1.1% × 12 ＝ 39,600円です。②と一致しています。")
                .contains("1,000円 × 12 ＝ 12,000円です。②と一致しています。");
    }

    @Test
    void a_changed_base_salary_is_named_as_a_cause_and_the_interest_not_invented() {
        AccountFigures changed = Given.account(Plan.FIRST, 0, new long[] {100_000, 40_920, 4_508}, 320_000L);

        BalanceNotice notice = Given.notice("年金　花子", Given.statement(changed));

        assertThat(text(notice))
                .contains("42,240円です。②は40,920円で、12か月分より1,320円少なくなっています。")
                .contains("10月に基準給与が変わった")
                .doesNotContain("年度の途中で加入した", "3,520円 × 3.7%");
        assertThat(rows(notice)).contains("第2利息|③から第1利息を除いた額（1円未満の切り上げ分を含みます）|808", "③|第1利息と第2利息の合計（1円未満を切り上げ）|4,508");
    }

    @Test
    void who_joined_within_the_year_is_told_so() {
        AccountFigures joined = Given.account(Plan.FIRST, 0, new long[] {0, 16_500, 153}, 300_000L);

        assertThat(text(Given.notice("年金　花子", Given.statement(joined)))).contains("年度の途中で加入した");
    }

    @Test
    void an_interest_that_does_not_follow_is_not_explained_by_figures() {
        AccountFigures frozen = Given.account(Plan.FIRST, 0, new long[] {60_530, 6_600, 404}, 300_000L);

        BalanceNotice notice = Given.notice("年金　花子", Given.statement(frozen));

        assertThat(text(notice)).contains("計算の途中をお示しできません");
        assertThat(rows(notice)).noneMatch(row -> row.startsWith("第1利息|"));
    }

    @Test
    void transferred_assets_have_rows_of_their_own_in_order() {
        AccountFigures brought = Given.account(Plan.FIRST, 2, new long[] {0, 1_234_567, 22_839}, null);

        BalanceNotice notice =
                Given.notice("年金　花子", Given.statement(Given.SECOND, brought, Given.TRANSFERRED, Given.FIRST));

        assertThat(rows(notice))
                .containsSubsequence(
                        "第1年金|100,000|39,600|4,494|144,094|300,000",
                        "第1年金 移換資産1|100,000|0|3,700|103,700|—",
                        "第1年金 移換資産2|0|1,234,567|22,839|1,257,406|—",
                        "第2年金|50,000|12,000|2,091|64,091|1,000",
                        "④の合計||||1,569,291|");
        assertThat(text(notice)).contains("加入者期間1か月以上");
    }

    @Test
    void a_rate_that_is_not_on_record_is_a_dash() {
        assertThat(rows(Given.notice("年金　花子", Given.statement(null, 0, Given.FIRST))))
                .contains("利息付与率|2.3%|5.0%|0.0%|3.7%|—");
    }

    @Test
    void filings_that_came_too_late_are_named() {
        assertThat(text(Given.notice("年金　花子", Given.statement("4.4", 2, Given.FIRST))))
                .contains("この通知書に反映していない届出", "締切（2025年4月21日）より後に基金が受け付けた届出が2件");
        assertThat(text(Given.example())).doesNotContain("反映していない");
    }

    @Test
    void the_reader_learns_what_the_balance_is_not_and_whom_to_ask() {
        assertThat(text(Given.example()))
                .contains("全額を事業主が負担", "現在お受け取りになれる金額ではありません", "加入者期間が3年以上")
                .contains("電話 03-0000-0000（代表）", "月曜日～金曜日　9時～17時（祝日を除く）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野　﨑子", "髙橋　邉", "Griffith Montgomery", "ヴァイオレット・ファン＝デル＝ベルク"})
    void names_come_out_of_the_document_as_they_went_in(String name) {
        assertThat(text(Given.notice(name, Given.statement(Given.FIRST)))).contains(name + "　様");
    }

    @Test
    void a_name_with_a_character_unknown_to_every_font_is_still_a_notice() {
        assertThat(text(Given.notice("山\uE000子", Given.statement(Given.FIRST)))).contains("山〓子　様");
    }

    static Stream<BalanceNotice> extremes() {
        AccountFigures[] ten = IntStream.range(0, 10)
                .mapToObj(ordinal -> new AccountFigures(
                        Plan.FIRST, ordinal, LARGEST, LARGEST, LARGEST, LARGEST, ordinal == 0 ? LARGEST : null, null))
                .toArray(AccountFigures[]::new);
        return Stream.of(
                Given.example(),
                Given.notice("長".repeat(100), Given.statement("4.4", 3, OF_LARGEST)),
                Given.notice("W".repeat(100), Given.statement(Given.FIRST, Given.SECOND, Given.TRANSFERRED)),
                Given.notice("年金　花子", Given.statement(ten)),
                Given.notice("", Given.statement()));
    }

    /** Room between narrow digits would be read as a blank, and one figure as two. */
    @Test
    void figures_full_of_ones_are_read_as_one_figure_each() throws IOException {
        AccountFigures ones = Given.account(Plan.FIRST, 0, new long[] {111_111, 11_111, 1_111}, 110_000L);
        try (PDDocument document = Loader.loadPDF(pdf.render(Given.notice("年金　花子", Given.statement(ones))))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("111,111", "11,111", "1,111", "123,333", "110,000");
        }
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void nothing_leaves_the_page_or_runs_into_its_neighbour(BalanceNotice notice) {
        List<Glyph> glyphs = glyphs(notice);
        assertThat(glyphs).allSatisfy(glyph -> {
            assertThat(glyph.x()).isGreaterThan(Flow.LEFT - 1);
            assertThat(glyph.end()).isLessThan(Flow.RIGHT + 1);
            assertThat(glyph.y()).isBetween(40f, Paper.HEIGHT - 20);
        });
        for (int i = 1; i < glyphs.size(); i++) {
            Glyph before = glyphs.get(i - 1);
            Glyph after = glyphs.get(i);
            if (before.page() == after.page() && before.y() == after.y()) {
                assertThat(after.x()).as("%s after %s", after, before).isGreaterThan(before.end() - 0.5f);
            }
        }
    }

    @Test
    void the_same_notice_gives_the_same_bytes_whoever_draws_beside_it() {
        BalanceNotice notice = Given.notice("𠮷野　花子", Given.statement(Given.FIRST, Given.SECOND));
        byte[] alone = pdf.render(notice);

        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(each -> pdf.render(notice))
                .toList();

        assertThat(together).allSatisfy(bytes -> assertThat(bytes).isEqualTo(alone));
        assertThat(pdf.render(Given.example())).isNotEqualTo(alone);
    }

    @Test
    void fonts_are_embedded_true_type_subsets() throws IOException {
        byte[] bytes = pdf.render(Given.notice("𠮷野", Given.statement(Given.FIRST)));
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+(BIZUDPGothic|NotoSansJP)-.+");
                assertThat(((PDType0Font) font).getDescendantFont()).isInstanceOf(PDCIDFontType2.class);
            });
        }
        assertThat(bytes).hasSizeLessThan(150_000);
    }

    @Test
    void the_document_says_what_it_is_and_nothing_of_the_member() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(Given.example()))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("仮想個人勘定残高通知書（2024年度）");
            assertThat(document.getDocumentInformation().getMetadataKeys())
                    .containsExactlyInAnyOrder("Title", "CreationDate", "ModDate");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2025-05-25T15:00:00Z");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja-JP");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void headings_and_tables_are_tagged_in_reading_order() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(Given.example()))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<String> tags =
                    tags(document.getDocumentCatalog().getStructureTreeRoot()).toList();
            assertThat(tags)
                    .startsWith("Document", "P", "P", "H1")
                    .containsSubsequence(
                            "Table", "TR", "TH", "TR", "TH", "TD", "H2", "Table", "H2", "H3", "Table", "P");
        }
    }

    @Test
    void a_statement_of_somebody_else_is_refused() {
        StatementPrepared statement = Given.statement(Given.FIRST);
        assertThatThrownBy(() -> new BalanceNotice("0000009999", "年金　花子", LocalDate.of(2025, 5, 26), statement))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0000009999");
    }

    private static Stream<String> tags(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(each -> Stream.concat(Stream.of(each.getStructureType()), tags(each)));
    }

    /** The text in the order in which it was drawn, without the marks of line ends. */
    private String text(BalanceNotice notice) {
        StringBuilder text = new StringBuilder();
        read(notice, new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                text.append(glyph.getUnicode());
            }
        });
        return text.toString();
    }

    /** The rows of all tables as a reader of tags gets them, cells divided by a bar. */
    private List<String> rows(BalanceNotice notice) {
        try (PDDocument document = Loader.loadPDF(pdf.render(notice))) {
            return TaggedRows.of(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Glyph> glyphs(BalanceNotice notice) {
        List<Glyph> glyphs = new ArrayList<>();
        read(notice, new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                glyphs.add(new Glyph(
                        getCurrentPageNo(),
                        glyph.getYDirAdj(),
                        glyph.getXDirAdj(),
                        glyph.getXDirAdj() + glyph.getWidthDirAdj(),
                        glyph.getUnicode()));
            }
        });
        glyphs.sort(Comparator.comparingInt(Glyph::page)
                .thenComparingDouble(Glyph::y)
                .thenComparingDouble(Glyph::x));
        return glyphs;
    }

    private void read(BalanceNotice notice, PDFTextStripper reader) {
        try (PDDocument document = Loader.loadPDF(pdf.render(notice))) {
            reader.getText(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Glyph(int page, float y, float x, float end, String text) {}
}
