package io.github.storemaven.submission;

/** The log of one add-on of many: its warnings, each with its product id. What is usual fills no log. */
final class AddonLog extends ReleaseLog {
    private final ReleaseLog all;
    private final String productId;

    AddonLog(ReleaseLog all, String productId) {
        this.all = all;
        this.productId = productId;
    }

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {
        all.warn(productId + ": " + line);
    }

    @Override
    public void error(String line) {
        all.error(productId + ": " + line);
    }
}
