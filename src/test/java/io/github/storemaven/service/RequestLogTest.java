package io.github.storemaven.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Request CALL = Request.of("GET", URI.create("https://store.example/x"));

    private final List<String> lines = new ArrayList<>();
    private final RequestLog record = new RequestLog(lines::add);

    @Test
    void keepsTheLastTenCorrelationIds() throws Exception {
        for (int i = 1; i <= 5000; i++) {
            Response answer = new Response(200, Map.of("MS-CorrelationId", List.of("c-" + i)), new byte[0]);
            record.wrap(request -> answer).send(CALL);
        }

        assertEquals(5000, record.requests());
        assertEquals(10, record.correlationIds().size());
        assertEquals("c-4991", record.correlationIds().get(0));
        assertEquals("c-5000", record.correlationIds().get(9));
    }

    @Test
    void namesAProblemWithoutAText() {
        Transport lost = record.wrap(request -> {
            throw new ConnectException();
        });

        assertThrows(ConnectException.class, () -> lost.send(CALL));
        assertEquals(
                "GET https://store.example/x -> no answer: ConnectException",
                lines.get(0).replaceAll(" \\(.*", ""));
    }
}
