package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Refusal;
import jakarta.json.JsonObject;
import java.util.List;

/** The device families, of which all have to be there when any are given (listing rules, DEV-07). */
final class DeviceFamilies {
    private static final String MEMBER = "allowTargetFutureDeviceFamilies";
    private static final List<String> SUPPORTED = List.of("Desktop", "Mobile", "Xbox", "Holographic");

    private DeviceFamilies() {}

    static void check(JsonObject document) throws Refusal {
        if (!(document.get(MEMBER) instanceof JsonObject families)) {
            return;
        }
        List<String> missing = SUPPORTED.stream()
                .filter(family -> families.keySet().stream().noneMatch(family::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalidValue(
                    MEMBER,
                    "AllowTargetFutureDeviceFamilies was not updated with all supported platform(s): " + missing);
        }
    }
}
