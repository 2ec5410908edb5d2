package io.github.storemaven.msix.pri;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of qualifiers that images have, and for each resource the order in which Windows looks at its sets (pri-file
 * reference 4.3, 4.5 and 6.1).
 */
final class DecisionTable {
    private final String defaultLanguage;
    private final Map<Qualifier, Integer> qualifiers = new LinkedHashMap<>();
    private final List<Integer> references = new ArrayList<>(List.of(0));
    private final Map<List<Integer>, Integer> sets = new LinkedHashMap<>(Map.of(List.of(), 0));
    private final Map<List<Integer>, Integer> decisions = new LinkedHashMap<>(Map.of(List.of(), 0));
    private final List<List<Qualifier>> members = new ArrayList<>(List.of(List.of()));
    private final LittleEndianBytes qualifierTable = new LittleEndianBytes().u16(0, 0, 0, 0);
    private final LittleEndianBytes baseTable =
            new LittleEndianBytes().u16(0, 0, 0, 1).u32(0);
    private final LittleEndianBytes setTable = new LittleEndianBytes().u16(0, 0);
    private final LittleEndianBytes decisionTable = new LittleEndianBytes().u16(0, 0, 0, 1);
    private final StringBuilder pool = new StringBuilder("\0");

    DecisionTable(String defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
        decisions.put(List.of(0), 1);
    }

    /** The number of a set; 0 is the one without qualifiers. */
    int set(List<Qualifier> unordered) throws InvalidResourceException {
        List<Qualifier> ordered = unordered.stream()
                .distinct()
                .sorted(Qualifier.MOST_IMPORTANT_FIRST)
                .toList();
        List<Integer> numbers = new ArrayList<>();
        for (Qualifier qualifier : ordered) {
            numbers.add(number(qualifier));
        }
        int known = members.size();
        int set = number(numbers, sets, setTable);
        if (set == known) {
            members.add(ordered);
        }
        return set;
    }

    /** The number of the decision that looks at these sets; the list is brought into the order of the decision. */
    int decision(List<Integer> candidates) {
        return number(candidates, decisions, decisionTable);
    }

    /** The order of the sets in a decision: from the most important qualifiers down, the empty set last. */
    Comparator<Integer> order() {
        return (one, other) -> compare(members.get(one), members.get(other));
    }

    private static int compare(List<Qualifier> one, List<Qualifier> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int order = Qualifier.MOST_IMPORTANT_FIRST.compare(one.get(at), other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.size(), one.size());
    }

    private int number(List<Integer> list, Map<List<Integer>, Integer> known, LittleEndianBytes table) {
        Integer number = known.get(list);
        if (number == null) {
            number = known.size();
            known.put(List.copyOf(list), number);
            table.u16(references.size(), list.size());
            references.addAll(list);
        }
        return number;
    }

    private int number(Qualifier qualifier) throws InvalidResourceException {
        Integer number = qualifiers.get(qualifier);
        if (number == null) {
            number = qualifiers.size() + 1;
            qualifiers.put(qualifier, number);
            int priority = qualifier.kind().priority();
            qualifierTable.u16(number, priority, qualifier.score(defaultLanguage), 0);
            baseTable.u16(2, qualifier.kind().number(), 0, 10).u32(offset(qualifier.value()));
        }
        return number;
    }

    /** Where the pool has the text, be it at the end of a longer one; it is appended where it is not there yet. */
    private int offset(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String ended = text + "\0";
        for (int at = 1; at < pool.length(); at++) {
            if (pool.charAt(at) == text.charAt(0)
                    && pool.toString().regionMatches(true, at, ended, 0, ended.length())) {
                return at;
            }
        }
        pool.append(ended);
        return pool.length() - ended.length();
    }

    /** The data of the section. */
    byte[] data() {
        int count = qualifiers.size() + 1;
        LittleEndianBytes data = new LittleEndianBytes()
                .u16(count, count, sets.size(), decisions.size(), references.size(), pool.length())
                .all(decisionTable.toByteArray())
                .all(setTable.toByteArray())
                .all(qualifierTable.toByteArray())
                .all(baseTable.toByteArray());
        references.forEach(data::u16);
        pool.chars().forEach(data::u16);
        return data.toByteArray();
    }
}
