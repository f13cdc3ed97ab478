package jp.nenkin.notice.document;

import java.util.List;

/**
 * A part of the notice that is not torn apart at the end of a page.
 *
 * @param drawing draws it with its upper edge at y
 */
record Block(float height, Drawing drawing) {
    /** Draws from an upper edge downwards. */
    @FunctionalInterface
    interface Drawing {
        void at(float y);
    }

    static Block gap(float height) {
        return new Block(height, y -> {});
    }

    static Block stack(List<Block> blocks) {
        float height = 0;
        for (Block block : blocks) {
            height += block.height();
        }
        return new Block(height, y -> {
            float top = y;
            for (Block block : blocks) {
                block.drawing().at(top);
                top += block.height();
            }
        });
    }

    static Block stack(Block... blocks) {
        return stack(List.of(blocks));
    }

    Block within(Paper paper, Tag tag) {
        return new Block(height, y -> paper.within(tag, () -> drawing.at(y)));
    }
}
