package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data files, on ResNet-18 as the design of the site and torchvision have it, and by hand. */
class DataFilesTest {
  private static final CatalogFolder SAMPLES =
      CatalogFolder.read(CatalogFolder.SAMPLES, "resnet.yaml");
  private static final CatalogFolder TINY = CatalogFolder.golden();

  private static String json(CatalogFolder folder, String id) {
    Model model = folder.model(id);
    return text(DataFiles.model(Study.of(model, Summary.of(model), folder.catalog().settings())));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Figures: torchvision's weights page and fvcore 0.1.5 as measured on its module. */
  @Test
  void totalsAreThePublishedOnes() {
    assertThat(json(SAMPLES, "resnet18"))
        .startsWith(
            "{\"schema\":1,\"id\":\"resnet18\",\"title\":\"ResNet-18\",\"family\":\"ResNet\","
                + "\"inputs\":{\"input\":[3,224,224]},\"totals\":{\"params\":11689512,"
                + "\"params_inference\":11689512,\"buffers\":9600,\"macs\":1814073344,"
                + "\"conventions\":{\"torchvision\":1814073344,\"fvcore\":1819065856,")
        .contains("\"complete\":true,\"peak_activation_bytes\":{\"fp32\":");
  }

  /** By hand: 3·64·7·7 weights, each used on 112·112 positions; a window of 7 with stride 2. */
  @Test
  void aLayerHasItsFigures() {
    assertThat(json(SAMPLES, "resnet18"))
        .contains(
            "{\"path\":\"conv1.conv2d\",\"type\":\"conv2d\",\"inputs\":[\"input\"],"
                + "\"output\":[64,112,112],\"params\":9408,\"buffers\":0,\"macs\":118013952,"
                + "\"conventions\":{\"flop-counter\":236027904,\"2x\":236027904},"
                + "\"receptive_field\":{\"size\":[7,7],\"jump\":[2,2],\"start\":[-3,-3],"
                + "\"global\":false},\"activations_alive\":");
  }

  @Test
  void whereNoSpatialAxisIsLeftTheFieldIsNull() {
    assertThat(json(TINY, "tiny"))
        .endsWith(
            "{\"path\":\"fc\",\"type\":\"linear\",\"inputs\":[\"flatten\"],\"output\":[3],"
                + "\"params\":195,\"buffers\":0,\"macs\":192,"
                + "\"conventions\":{\"flop-counter\":384,"
                + "\"ptflops-aten\":195,\"ptflops-modules\":195,"
                + "\"torchinfo\":195,\"2x\":384},\"receptive_field\":null,"
                + "\"activations_alive\":67,\"traffic\":{\"read\":64,\"weights\":195,"
                + "\"written\":3,\"operations\":387}}]}\n");
  }

  /** By hand: 375 parameters as claimed, and 11,712 MACs, which round to 11.7 k. */
  @Test
  void claimsHaveTheirVerdicts() {
    assertThat(json(TINY, "tiny"))
        .contains(
            "\"claims\":[{\"figure\":\"params\",\"published\":\"375\",\"convention\":\"\","
                + "\"computed\":375,\"verdict\":\"holds\",\"others\":[],"
                + "\"source\":\"by hand\",\"url\":\"\"},"
                + "{\"figure\":\"macs\",\"published\":\"11.7k\",\"convention\":\"torchvision\","
                + "\"computed\":11712,\"verdict\":\"holds\",\"others\":[");
  }

  /**
   * By hand: three maps of 4·8·8 are alive at most; with SGD 375 parameters and as many gradients.
   */
  @Test
  void memorySaysWhatMakesThePeak() {
    assertThat(json(TINY, "tiny"))
        .contains("\"memory\":{\"weight_elements\":375,\"peak_activation_elements\":768,")
        .contains(
            "\"peak_layer\":\"body.body.relu\",\"peak_tensors\":[{\"of\":\"conv\","
                + "\"shape\":[4,8,8],\"elements\":256},")
        .contains("\"training\":{\"params\":375,\"buffers\":0,");
  }

  /** By hand: at half the size a quarter of the work of convolutions, and other weights. */
  @Test
  void otherSizesAreThere() {
    assertThat(json(TINY, "tiny"))
        .contains("\"resolution\":{\"smallest\":{\"inputs\":{\"input\":[1,")
        .contains("{\"scale\":\"1/2\",\"inputs\":{\"input\":[1,4,4]},\"macs\":2928,")
        .contains("{\"scale\":\"1\",\"inputs\":{\"input\":[1,8,8]},\"macs\":11712,");
    String resnet50 = json(SAMPLES, "resnet50");
    assertThat(resnet50)
        .contains("{\"scale\":\"1\",\"inputs\":{\"input\":[3,224,224]},\"macs\":4089184256,")
        .contains("\"thop-0.1.1\":4133742592,");
  }

  /** The data sheet of NVIDIA's A100 has 19.5 TFLOPS and 1,555 GB/s; see catalog.yaml. */
  @Test
  void devicesHaveTheirRoofline() {
    assertThat(json(SAMPLES, "resnet18"))
        .contains(
            "\"roofline\":[{\"device\":\"a100\",\"title\":\"NVIDIA A100 (40 GB), fp32\","
                + "\"number_type\":\"fp32\",\"operations_per_second\":19500000000000,"
                + "\"bytes_per_second\":1555000000000,");
  }

  /** By hand, see the model's file. */
  @Test
  void theTableSaysTheSame() {
    assertThat(text(CsvFiles.model(TINY.model("tiny").analysis())).lines())
        .startsWith(
            "path,type,inputs,output,params,buffers,macs,receptive_field_size,"
                + "receptive_field_jump,receptive_field_start,receptive_field_global,missing",
            "conv,conv2d,input,4 8 8,36,0,2304,3 3,1 1,-1 -1,false,")
        .contains("max_pool2d,max_pool2d,body.add,4 4 4,0,0,0,6 6,2 2,-2 -2,false,")
        .endsWith("fc,linear,flatten,3,195,0,192,,,,,");
  }

  /** What an author does not state is not zero, and says why, layer by layer and in total. */
  @Test
  void whatIsUnknownHasItsReason(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("catalog.yaml"), "title: Odd\n");
    Files.writeString(
        folder.resolve("odd.yaml"),
        """
        input: [3, 8, 8]
        layers:
          - conv2d: {out_channels: 8, kernel_size: 3}
          - custom: {output: same}
        """);
    CatalogFolder odd = CatalogFolder.read(folder, "odd.yaml");
    String field = "a custom layer whose receptive field is not stated";
    assertThat(json(odd, "odd"))
        .contains("\"complete\":false,\"missing\":{\"params\":\"a custom layer whose parameters")
        .contains("\"receptive_field\":\"" + field + "\"}")
        .contains("\"receptive_field\":null,\"receptive_field_missing\":\"" + field + "\"");
    assertThat(text(CsvFiles.model(odd.model("odd").analysis())).lines())
        .anyMatch(line -> line.startsWith("custom,custom,conv2d,8 6 6,0,0,0,,,,,a custom layer"));
    assertThat(text(CsvFiles.catalog(odd.catalog())).lines())
        .anyMatch(line -> line.startsWith("odd,") && line.contains(",false,"));
  }

  @Test
  void theCatalogListsItsModels() {
    assertThat(text(CsvFiles.catalog(TINY.catalog())).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("tiny,Tiny 4,Tiny & <small>,1 8 8,375,375,0,11712,11712"))
        .anyMatch(
            line -> line.startsWith("tiny_wide,Tiny 8,Tiny & <small>,1 8 8,1035,1035,0,41856,"));
  }
}
