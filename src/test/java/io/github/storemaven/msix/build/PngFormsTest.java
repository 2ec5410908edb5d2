package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.msix.build.PngReader.DamageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNGs of every form are read as they are meant, and what is written is what the JDK reads. */
class PngFormsTest {
    /** Depth, colour type, the samples of three pixels, and what they look like. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 101, FFFFFFFF FF000000 FFFFFFFF",
        "2, 0, 031, FF000000 FFFFFFFF FF555555",
        "4, 0, 0F8, FF000000 FFFFFFFF FF888888",
        "8, 0, 00FF80, FF000000 FFFFFFFF FF808080",
        "16, 0, 0000FFFF8080, FF000000 FFFFFFFF FF808080",
        "8, 2, 112233445566FFFFFF, FF112233 FF445566 FFFFFFFF",
        "16, 2, 11112222333344445555666600000000FFFF, FF112233 FF445566 FF0000FF",
        "8, 4, 1180FF00807F, 80111111 00FFFFFF 7F808080",
        "16, 4, 11118080FFFF000080807F7F, 80111111 00FFFFFF 7F808080",
        "8, 6, 11223344AABBCCDD00000000, 44112233 DDAABBCC 00000000",
        "16, 6, 1111222233334444AAAABBBBCCCCDDDD0000000000000000, 44112233 DDAABBCC 00000000",
    })
    void readsEachColourTypeAndDepth(int depth, int colours, String samples, String expected) throws Exception {
        byte[] png = png(3, depth, colours, bits(samples, depth), new byte[0], new byte[0]);
        assertThat(pixels(png)).isEqualTo(expected);
    }

    /** Four colours, of which the first two have an alpha of their own. */
    @ParameterizedTest
    @CsvSource({"1, 101", "2, 103", "4, 103", "8, 010003"})
    void readsPalettes(int depth, String samples) throws Exception {
        byte[] palette = {0x11, 0, 0, 0, 0x22, 0, 0, 0, 0x33, 0x44, 0x44, 0x44};
        byte[] png = png(3, depth, 3, bits(samples, depth), palette, new byte[] {0, (byte) 0x80});
        assertThat(pixels(png)).isEqualTo("80002200 00110000 " + (depth == 1 ? "80002200" : "FF444444"));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 001122, 0011, FF000000 00111111 FF222222",
        "1, 0, 101, 0001, 00FFFFFF FF000000 00FFFFFF",
        "16, 0, 000011112222, 1111, FF000000 00111111 FF222222",
        "8, 2, 112233445566112234, 001100220033, 00112233 FF445566 FF112234",
    })
    void oneColourMayBeTransparent(int depth, int colours, String samples, String transparent, String expected)
            throws Exception {
        byte[] png = png(3, depth, colours, bits(samples, depth), new byte[0], bits(transparent, 8));
        assertThat(pixels(png)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 33})
    void readsInterlacedImagesOfEachSize(int side) throws Exception {
        BufferedImage image = random(side, side + 2, BufferedImage.TYPE_INT_ARGB);
        assertThat(PngReader.read(interlaced(image)).image().pixels()).isEqualTo(argb(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_INDEXED})
    void readsWhatTheJdkWrites(int type) throws Exception {
        BufferedImage image = random(37, 41, type);
        assertThat(PngReader.read(IconFixture.png(image)).image().pixels()).isEqualTo(argb(image));
    }

    @Test
    void colourProfilesAndGammaAreTold() throws Exception {
        byte[] png = png(3, 8, 0, bits("001122", 8), new byte[0], new byte[0]);
        assertThat(PngReader.read(png).hasOtherColours()).isFalse();
        assertThat(read(png, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}))
                .isFalse();
        assertThat(read(png, "gAMA", new byte[] {0, 1, (byte) 0x86, (byte) 0xA0}))
                .isTrue();
        assertThat(read(png, "iCCP", "sRGB IEC61966-2.1\0\0x".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(read(png, "iCCP", "Display P3\0\0x".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(read(png, "tEXt", "iCCP\0x".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    /** Inserts a chunk behind the header. */
    private static boolean read(byte[] png, String name, byte[] data) throws DamageException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        file.writeBytes(chunk(name, data));
        file.write(png, 33, png.length - 33);
        return PngReader.read(file.toByteArray()).hasOtherColours();
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 6", "1, 1, 1", "300, 2, 40", "300, 300, 40000", "64, 64, 256", "5, 5, 17", "40, 1, 3"})
    void theJdkReadsWhatIsWritten(int width, int height, int colours) throws Exception {
        Random random = new Random(colours);
        int[] palette = random.ints(colours).toArray();
        int[] pixels = random.ints((long) width * height, 0, colours)
                .map(index -> palette[index])
                .toArray();
        byte[] png = PngWriter.write(new PixelImage(width, height, pixels));
        assertThat(argb(IconFixture.read(png))).isEqualTo(pixels);
        assertThat(PngReader.read(png).image().pixels()).isEqualTo(pixels);
    }

    @Test
    void opaqueImagesHaveNoAlphaAndFewColoursAPalette() {
        int[] pixels = new int[300 * 300];
        Arrays.setAll(pixels, at -> 0xFF000000 | at);
        assertThat(PngWriter.write(new PixelImage(300, 300, pixels))[25]).isEqualTo((byte) 2);
        pixels[0] = 0;
        assertThat(PngWriter.write(new PixelImage(300, 300, pixels))[25]).isEqualTo((byte) 6);
        Arrays.setAll(pixels, at -> 0xFF000000 | at % 256);
        assertThat(PngWriter.write(new PixelImage(300, 300, pixels))[25]).isEqualTo((byte) 3);
    }

    /** At each length, and with each byte changed: an image or a reason, nothing else. */
    @Test
    void damageIsRefused() throws Exception {
        byte[] png = interlaced(random(9, 9, BufferedImage.TYPE_INT_ARGB));
        int end = png.length - 12;
        for (int length = 0; length < end; length++) {
            byte[] part = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> PngReader.read(part)).isInstanceOf(DamageException.class);
        }
        for (int at = 0; at < end; at++) {
            byte[] changed = png.clone();
            changed[at] ^= 0x55;
            assertThatThrownBy(() -> PngReader.read(changed)).as("byte " + at).isInstanceOf(DamageException.class);
        }
        byte[] few = png(3, 8, 0, bits("0011", 8), new byte[0], new byte[0]);
        assertThatThrownBy(() -> PngReader.read(few)).hasMessage("ends too early");
        byte[] index = png(3, 8, 3, bits("000102", 8), new byte[6], new byte[0]);
        assertThatThrownBy(() -> PngReader.read(index)).hasMessage("has a colour that its palette does not have");
        byte[] filter = png(3, 8, 0, bits("0011", 8), new byte[0], new byte[0], 9);
        assertThatThrownBy(() -> PngReader.read(filter)).isInstanceOf(DamageException.class);
    }

    private static String pixels(byte[] png) throws DamageException {
        StringBuilder text = new StringBuilder();
        for (int pixel : PngReader.read(png).image().pixels()) {
            text.append(String.format(Locale.ROOT, "%08X ", pixel));
        }
        return text.toString().strip();
    }

    /** One row of samples in digits of a hexadecimal number; of as many bits as the depth says, below 8. */
    private static byte[] bits(String digits, int depth) {
        if (depth >= 8) {
            return HexFormat.of().parseHex(digits);
        }
        byte[] row = new byte[(digits.length() * depth + 7) / 8];
        for (int at = 0; at < digits.length(); at++) {
            int bit = at * depth;
            row[bit / 8] |= (byte) (Character.digit(digits.charAt(at), 16) << (8 - depth - bit % 8));
        }
        return row;
    }

    private static byte[] png(int width, int depth, int colours, byte[] row, byte[] palette, byte[] transparency) {
        return png(width, depth, colours, row, palette, transparency, 0);
    }

    private static byte[] png(
            int width, int depth, int colours, byte[] row, byte[] palette, byte[] transparency, int filter) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(1)
                        .put((byte) depth)
                        .put((byte) colours)
                        .array()));
        if (palette.length > 0) {
            file.writeBytes(chunk("PLTE", palette));
        }
        if (transparency.length > 0) {
            file.writeBytes(chunk("tRNS", transparency));
        }
        byte[] filtered = new byte[row.length + 1];
        filtered[0] = (byte) filter;
        System.arraycopy(row, 0, filtered, 1, row.length);
        Deflater deflater = new Deflater();
        deflater.setInput(filtered);
        deflater.finish();
        byte[] packed = new byte[200];
        int length = deflater.deflate(packed);
        deflater.end();
        file.writeBytes(chunk("IDAT", Arrays.copyOf(packed, length)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] chunk = ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, data.length + 4);
        ByteBuffer.wrap(chunk).putInt(data.length + 8, (int) crc.getValue());
        return chunk;
    }

    private static BufferedImage random(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width);
        for (int at = 0; at < width * height; at++) {
            image.setRGB(at % width, at / width, random.nextInt());
        }
        return image;
    }

    private static int[] argb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] interlaced(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
