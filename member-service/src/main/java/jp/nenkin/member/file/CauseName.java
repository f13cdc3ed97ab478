package jp.nenkin.member.file;

import jp.nenkin.events.LossCause;

/** How the cause of a loss is called in files. */
public final class CauseName {
    private CauseName() {}

    /** The Japanese word, which is read back as the same cause. */
    public static String of(LossCause cause) {
        return switch (cause) {
            case RETIREMENT -> "退職";
            case DEATH -> "死亡";
            case AGE_65 -> "65歳到達";
            case REENROLMENT -> "再加入予定";
            case DISMISSAL -> "懲戒解雇";
            case MERGER -> "合併";
            case VOLUNTARY_WITHDRAWAL -> "任意脱退";
            case OTHER -> "その他";
        };
    }
}
