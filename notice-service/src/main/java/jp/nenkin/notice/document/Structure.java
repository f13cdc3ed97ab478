package jp.nenkin.notice.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** The tags of a document in reading order: headings, paragraphs and cells, for those who have it read out. */
final class Structure {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureNode> open = new ArrayDeque<>(List.of(root));
    private final Map<Integer, List<PDStructureElement>> contents = new TreeMap<>();

    /** Opens a tag; what follows stands inside until it is closed. */
    void open(Tag tag) {
        PDStructureElement element = new PDStructureElement(tag.type, open.element());
        if (!tag.scope.isEmpty()) {
            PDTableAttributeObject head = new PDTableAttributeObject();
            head.setScope(tag.scope);
            element.addAttribute(head);
        }
        open.element().appendKid(element);
        open.push(element);
    }

    void close() {
        open.pop();
    }

    /** Notes a piece of content on a page under the open tag; the answer is its number on that page. */
    int content(PDPage page) {
        int key = page.getStructParents();
        PDStructureElement element = (PDStructureElement) open.element();
        List<PDStructureElement> onPage = contents.computeIfAbsent(key, each -> new ArrayList<>());
        int number = onPage.size();
        onPage.add(element);
        element.setPage(page);
        COSArray kids = element.getCOSObject().getCOSArray(COSName.K);
        if (kids == null) {
            kids = new COSArray();
            element.getCOSObject().setItem(COSName.K, kids);
        }
        kids.add(COSInteger.get(number));
        return number;
    }

    void writeTo(PDDocumentCatalog catalog) {
        Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
        contents.forEach((page, elements) -> {
            COSArray array = new COSArray();
            elements.forEach(array::add);
            parents.put(page, new PDParentTreeValue(array));
        });
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(contents.size());
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
    }
}
