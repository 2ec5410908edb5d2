package io.github.storemaven.transfer.bench;

/** A way to bring the files of a folder into a blob. */
enum Contender {
    OURS("this plugin", new OurUpload()),
    AZURE("Azure SDK for Java, ready archive", new AzureUpload(0, 0)),
    AZURE_TUNED("Azure SDK for Java, 8 × 4 MiB, ready archive", new AzureUpload(4 << 20, 8)),
    ONE_PUT("one PUT of a ready archive", new OnePut()),
    DEFLATE("archive deflated to disk, then Azure SDK", new DeflateFirst());

    final String title;
    final Way way;

    Contender(String title, Way way) {
        this.title = title;
        this.way = way;
    }

    /** What a contender does. */
    @FunctionalInterface
    interface Way {
        void send(Sources sources, String address) throws Exception;
    }
}
