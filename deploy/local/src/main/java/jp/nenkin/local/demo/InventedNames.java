package jp.nenkin.local.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Names for members: families are named after landscapes that nobody is called after; each is given once. */
final class InventedNames {
    private static final List<String> FAMILIES = List.of(
            "霧ヶ谷", "朝凪原", "星見台", "風待川", "月影沢", "雪待坂", "若葉瀬", "夕映野", "花霞丘", "露草原", "雲居坂", "虹架橋", "潮騒浦", "蛍火沢", "木漏瀬",
            "初霜野", "鈴音川", "薄氷池", "遠雷坂", "陽炎原");
    private static final List<String> GIVEN =
            List.of("青葉", "千早", "若菜", "小春", "冬馬", "夏生", "秋穂", "春彦", "光河", "澄香", "直路", "野分", "葉月", "文月", "岬", "汐音");

    private final Deque<String> names;

    InventedNames(Random random) {
        List<String> all = new ArrayList<>();
        for (String family : FAMILIES) {
            for (String given : GIVEN) {
                all.add(family + "　" + given);
            }
        }
        Collections.shuffle(all, random);
        names = new ArrayDeque<>(all);
    }

    String next() {
        return names.removeFirst();
    }
}
