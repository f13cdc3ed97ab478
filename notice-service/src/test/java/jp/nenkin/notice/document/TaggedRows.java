package jp.nenkin.notice.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a document's tables by its tags, as a screen reader does. */
final class TaggedRows {
    private final Map<PDPage, Map<Integer, String>> contents = new HashMap<>();

    private TaggedRows(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            contents.put(
                    page,
                    extractor.getMarkedContents().stream()
                            .filter(each -> each.getMCID() >= 0)
                            .collect(Collectors.toMap(PDMarkedContent::getMCID, TaggedRows::text)));
        }
    }

    static List<String> of(PDDocument document) throws IOException {
        TaggedRows reader = new TaggedRows(document);
        List<String> rows = new ArrayList<>();
        reader.collect(document.getDocumentCatalog().getStructureTreeRoot(), rows);
        return rows;
    }

    private void collect(PDStructureNode node, List<String> rows) {
        elements(node).forEach(element -> {
            if (element.getStructureType().equals("TR")) {
                rows.add(elements(element).map(this::cell).collect(Collectors.joining("|")));
            } else {
                collect(element, rows);
            }
        });
    }

    private String cell(PDStructureElement cell) {
        Map<Integer, String> page = contents.getOrDefault(cell.getPage(), Map.of());
        return cell.getKids().stream()
                .map(number -> page.getOrDefault(number, ""))
                .collect(Collectors.joining());
    }

    private static Stream<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast);
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(each -> ((TextPosition) each).getUnicode())
                .collect(Collectors.joining());
    }
}
