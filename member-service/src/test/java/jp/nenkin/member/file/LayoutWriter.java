package jp.nenkin.member.file;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes files of the pension service's layouts for tests. It knows how many items a form has and nothing of where each
 * stands: a test says that by number, as the form does, and never by the layout under test.
 */
public final class LayoutWriter {
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final List<String> lines = new ArrayList<>();

    public static LayoutWriter shfd() {
        return new LayoutWriter()
                .line("21,01,ｹｲﾄ,001,20250401,22223")
                .line("[kanri]")
                .line(",001")
                .line("21,01,ｹｲﾄ,123,100,0000,東京都千代田区霞が関１－２－２,健保サービス株式会社,健保　良一,03,1234,5678")
                .line("[data]");
    }

    public static LayoutWriter knfd() {
        return knfd("1234567");
    }

    public static LayoutWriter knfd(String establishment) {
        return new LayoutWriter()
                .line(establishment + ",002,20250401" + ",".repeat(50))
                .line("[kanri]")
                .line("労務　太郎,001")
                .line("0123," + establishment + ",100,0000,東京都千代田区霞が関１－２－２,健保サービス株式会社,健保　良一,03,1234,5678")
                .line("[data]");
    }

    public LayoutWriter line(String line) {
        lines.add(line);
        return this;
    }

    public LayoutWriter line(Map<Integer, String> items, int count) {
        List<String> values = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            values.add(items.getOrDefault(number, ""));
        }
        return line(String.join(",", values));
    }

    public String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    public byte[] bytes() {
        return text().getBytes(WINDOWS_31J);
    }

    /** An acquisition of somebody born in Showa 64, with 300,000 yen. */
    public static Map<Integer, String> acquisition() {
        Map<Integer, String> items = start("2200700");
        items.put(5, "123");
        items.put(6, "12");
        items.put(7, "ﾀｶｻｷ ｲﾁﾛｳ");
        items.put(8, "髙﨑　一郎");
        items.put(9, "5");
        items.put(10, "640107");
        items.put(11, "1");
        items.put(12, "1");
        items.put(16, "1234");
        items.put(17, "567890");
        items.put(18, "9");
        items.put(19, "070401");
        items.put(20, "0");
        items.put(21, "290000");
        items.put(22, "10000");
        items.put(23, "300000");
        return items;
    }

    /** The same without a basic pension number, which one person alone has in the fund. */
    public static Map<Integer, String> joining() {
        Map<Integer, String> items = acquisition();
        items.remove(16);
        items.remove(17);
        return items;
    }

    /** A loss on the day after a retirement on 31 March 2025. */
    public static Map<Integer, String> loss() {
        Map<Integer, String> items = start("2201700");
        items.put(5, "123");
        items.put(6, "12");
        items.put(7, "ﾀｶｻｷ ｲﾁﾛｳ");
        items.put(8, "髙﨑　一郎");
        items.put(9, "7");
        items.put(10, "010108");
        items.put(12, "1234");
        items.put(13, "567890");
        items.put(14, "9");
        items.put(15, "070401");
        items.put(16, "4");
        items.put(17, "9");
        items.put(18, "070331");
        return items;
    }

    /** A base calculation or a monthly change from September 2025, with 300,000 yen. */
    public static Map<Integer, String> reckoning(String form) {
        Map<Integer, String> items = start(form);
        items.put(5, "12");
        items.put(6, "ﾀｶｻｷ ｲﾁﾛｳ");
        items.put(7, "髙﨑　一郎");
        items.put(8, "7");
        items.put(9, "020202");
        items.put(10, "9");
        items.put(11, "07");
        items.put(12, "09");
        items.put(38, "0300000");
        return items;
    }

    private static Map<Integer, String> start(String form) {
        Map<Integer, String> items = new LinkedHashMap<>();
        items.put(1, form);
        items.put(2, "21");
        items.put(3, "01");
        items.put(4, "ｹｲﾄ");
        return items;
    }
}
