package io.github.storemaven.check;

import io.github.storemaven.document.Node;

/**
 * How many items a list of texts may have, and how long each may be.
 *
 * @param rule that more or longer items break
 * @param member that holds the list
 * @param mostItems in number
 * @param mostCharacters of each item
 */
record ListLimit(String rule, String member, int mostItems, int mostCharacters) {
    void checkMember(Node object, DocumentReport report) {
        Node list = object.member(member);
        long items = list.items().count();
        if (items > mostItems) {
            report.error(rule, list, "there are " + items + " items", "at most " + mostItems);
        }
        TextLimit limit = TextLimit.error(rule, member, mostCharacters);
        list.items().takeWhile(item -> !report.full()).forEach(item -> limit.check(item, report));
    }
}
