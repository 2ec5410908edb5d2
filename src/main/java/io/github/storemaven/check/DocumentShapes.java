package io.github.storemaven.check;

import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.ProductType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole document of each kind of product, with the members that only the other kinds have. */
final class DocumentShapes {
    private static final Map<String, Shape> APP = AppShapes.submission();
    private static final Map<String, Shape> ADDON = AddonShapes.submission();
    private static final Map<String, Shape> FLIGHT = Map.of(
            "flightPackages", CommonShapes.packages(),
            "packageDeliveryOptions", CommonShapes.delivery(),
            "targetPublishMode", CommonShapes.publishMode(),
            "targetPublishDate", Shape.text(),
            "notesForCertification", Shape.text(),
            "isSeekEnabled", Shape.flag());

    private DocumentShapes() {}

    static Shape of(ProductType kind) {
        Map<String, Shape> members = new HashMap<>();
        List.of(APP, ADDON, FLIGHT).forEach(each -> each.keySet().forEach(name -> members.put(name, foreign(kind))));
        members.putAll(own(kind));
        MemberOwnership.assigned().forEach(name -> members.put(name, Shape.anything()));
        return Shape.members(members);
    }

    private static Map<String, Shape> own(ProductType kind) {
        return switch (kind) {
            case APP -> APP;
            case ADDON -> ADDON;
            case FLIGHT -> FLIGHT;
        };
    }

    private static Shape foreign(ProductType kind) {
        String rule = kind == ProductType.FLIGHT ? "FLT-09" : "DOC-05";
        String members = String.join(", ", own(kind).keySet().stream().sorted().toList());
        return new Foreign(rule, kind.words() + " submission", members);
    }
}
