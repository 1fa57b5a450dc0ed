package org.socialobservatory.api.sparql.limits;

import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.jspecify.annotations.Nullable;

/**
 * Jena's datatypes. The one in whose place it stands remembers every name that a query ever gave to a type, for good;
 * here each use of an unknown type has its own, equal to all others of its name.
 */
final class Datatypes extends TypeMapper {

    private final TypeMapper known;

    private Datatypes(TypeMapper known) {
        this.known = known;
    }

    static void install() {
        setInstance(new Datatypes(TypeMapper.getInstance()));
    }

    @Override
    public @Nullable RDFDatatype getSafeTypeByName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var type = known.getTypeByName(name);
        return type != null ? type : new BaseDatatype(name);
    }

    @Override
    public @Nullable RDFDatatype getTypeByName(@Nullable String name) {
        return known.getTypeByName(name);
    }

    @Override
    public RDFDatatype getTypeByValue(Object value) {
        return known.getTypeByValue(value);
    }

    @Override
    public java.util.Iterator<RDFDatatype> listTypes() {
        return known.listTypes();
    }

    @Override
    public RDFDatatype getTypeByClass(Class<?> type) {
        return known.getTypeByClass(type);
    }

    @Override
    public void registerDatatype(RDFDatatype type) {
        known.registerDatatype(type);
    }

    @Override
    public void unregisterDatatype(RDFDatatype type) {
        known.unregisterDatatype(type);
    }
}
