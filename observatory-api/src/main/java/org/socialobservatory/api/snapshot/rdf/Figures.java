package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.UncertaintyPart;

/** The numbers of a column as digits and decimals, so that a scan need not make an object of each. */
interface Figures {

    boolean has(int cell);

    /** The digits of a number that is there. */
    long unscaled(int cell);

    int scale(int cell);

    BigDecimal number(int cell);

    static Figures values(Block block) {
        return new Figures() {
            @Override
            public boolean has(int cell) {
                return block.isValue(cell);
            }

            @Override
            public long unscaled(int cell) {
                return block.unscaled(cell);
            }

            @Override
            public int scale(int cell) {
                return block.scale(cell);
            }

            @Override
            public BigDecimal number(int cell) {
                return block.number(cell);
            }
        };
    }

    static Figures uncertainty(Block block, UncertaintyPart part) {
        return new Figures() {
            private @Nullable BigDecimal at(int cell) {
                return block.uncertainty(part, cell);
            }

            @Override
            public boolean has(int cell) {
                return at(cell) != null;
            }

            @Override
            public long unscaled(int cell) {
                return number(cell).unscaledValue().longValueExact();
            }

            @Override
            public int scale(int cell) {
                return number(cell).scale();
            }

            @Override
            public BigDecimal number(int cell) {
                return Objects.requireNonNull(at(cell));
            }
        };
    }
}
