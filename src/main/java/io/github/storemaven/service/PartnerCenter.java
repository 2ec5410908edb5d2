package io.github.storemaven.service;

import java.net.URI;

/** Pages of Partner Center for a person; the addresses are those that Microsoft's own command line tool prints. */
public final class PartnerCenter {
    private static final String PRODUCTS = "https://partner.microsoft.com/dashboard/products/";

    private PartnerCenter() {}

    /** The page of a product. */
    public static URI page(Product product) {
        return URI.create(PRODUCTS + products(product) + "/overview");
    }

    /** The page of a submission. */
    public static URI page(Product product, String submissionId) {
        return URI.create(PRODUCTS + products(product) + "/submissions/" + submissionId);
    }

    private static String products(Product product) {
        return product instanceof Product.Flight flight
                ? flight.applicationId() + "/flights/" + flight.id()
                : product.id();
    }
}
