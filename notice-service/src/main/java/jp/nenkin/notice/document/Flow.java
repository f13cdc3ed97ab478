package jp.nenkin.notice.document;

/** Puts blocks below one another and begins a page where one no longer fits. */
final class Flow {
    static final float LEFT = 57;
    static final float WIDTH = Paper.WIDTH - 2 * LEFT;
    static final float RIGHT = LEFT + WIDTH;

    private static final float TOP = 56;
    private static final float BOTTOM = 754;

    private final Paper paper;
    private float y;

    Flow(Paper paper) {
        this.paper = paper;
        turn();
    }

    void add(Block block) {
        if (y + block.height() > BOTTOM && y > TOP) {
            turn();
        }
        block.drawing().at(y);
        y += block.height();
    }

    /** Room between blocks; at the head of a page there is none. */
    void gap(float height) {
        if (y > TOP) {
            y += height;
        }
    }

    void turn() {
        paper.newPage();
        y = TOP;
    }
}
