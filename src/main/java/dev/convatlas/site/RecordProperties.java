package dev.convatlas.site;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;

/**
 * How templates read view-models. OGNL, which evaluates Thymeleaf's expressions, looks for getters
 * and searches all methods of a record anew for each value of each cell: half the time of a build.
 * This looks once for each type of record.
 */
final class RecordProperties extends ObjectPropertyAccessor {
  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return readers(type);
        }
      };

  private RecordProperties() {}

  /** Sets it for every record; doing so again changes nothing. */
  static void install() {
    OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
  }

  /** Methods without arguments, by their names; {@code isNamed} also as {@code named}. */
  private static Map<String, Method> readers(Class<?> type) {
    Map<String, Method> readers = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
        readers.put(method.getName(), method);
        if (method.getName().startsWith("is") && method.getName().length() > 2) {
          String rest = method.getName().substring(2);
          readers.putIfAbsent(
              rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1), method);
        }
      }
    }
    return Map.copyOf(readers);
  }

  @Override
  @SuppressWarnings("rawtypes") // OGNL's contract.
  public Object getPossibleProperty(Map context, Object target, String name) throws OgnlException {
    Method reader = READERS.get(target.getClass()).get(name);
    if (reader == null) {
      return super.getPossibleProperty(context, target, name);
    }
    try {
      return reader.invoke(target);
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new OgnlException(name, failed);
    }
  }
}
